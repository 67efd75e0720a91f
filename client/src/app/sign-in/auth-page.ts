import { Component, computed, inject } from '@angular/core';
import { MatTabsModule } from '@angular/material/tabs';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { t } from '../language/texts';
import { languageOf } from '../ui/language';
import { doorAt, headOf } from './door-heads';
import { LanguageSwitch } from './language-switch';
import { ServerConfig } from './server-config';

/** The door: artwork on one side, whose place it is and the form of the address on the other. */
@Component({
  selector: 'app-auth-page',
  imports: [LanguageSwitch, MatTabsModule, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './auth-page.html',
  styleUrl: './auth-page.scss',
})
export class AuthPage {
  private readonly router = inject(Router);
  protected readonly server = inject(ServerConfig);
  protected readonly t = t;
  protected readonly languageOf = languageOf;
  private readonly door = computed(() =>
    doorAt(this.router.currentNavigation()?.finalUrl ?? this.router.lastSuccessfulNavigation()?.finalUrl),
  );
  protected readonly hasTabs = computed(() => this.door() === 'sign-in' || this.door() === 'register');
  protected readonly head = computed(() => headOf(this.door(), this.server.config()));
}
