import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Headers of every answer. Pages run only scripts of ours from files, load nothing from elsewhere and stand in no frame.
 * Inline styles are allowed because Angular writes those of its components so.
 */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        mediaSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    // Serves http on a home network too; a proxy that ends TLS sets this header.
    strictTransportSecurity: false,
  }) as RequestHandler;
}
