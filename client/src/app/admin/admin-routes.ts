import type { Routes } from '@angular/router';
import type { TextKey } from '../language/texts';
import { keepsChanges } from '../settings/unsaved-changes';
import { AdminGate } from './admin-gate';
import { HealthPage } from './health/health-page';
import { PeoplePage } from './people/people-page';
import { speakOfAdmin } from './speak-of-admin';

/** The console of admins, apart from what everybody fetches. */
export const adminRoutes: Routes = [
  {
    path: '',
    component: AdminGate,
    canActivate: [speakOfAdmin],
    children: [
      // On a phone the list of pages; elsewhere its first page beside it.
      { path: '', pathMatch: 'full', title: 'frame.admin' satisfies TextKey, component: HealthPage },
      { path: 'health', title: 'admin.health' satisfies TextKey, component: HealthPage },
      { path: 'people', title: 'admin.people' satisfies TextKey, component: PeoplePage },
      {
        path: 'invitations',
        title: 'admin.invitations' satisfies TextKey,
        loadComponent: () => import('./invitations/invitations-page').then((module) => module.InvitationsPage),
      },
      {
        path: 'rooms',
        title: 'frame.rooms' satisfies TextKey,
        loadComponent: () => import('./rooms/admin-rooms-page').then((module) => module.AdminRoomsPage),
      },
      {
        path: 'posts',
        title: 'admin.posts' satisfies TextKey,
        loadComponent: () => import('./posts/admin-posts-page').then((module) => module.AdminPostsPage),
      },
      {
        path: 'messages',
        title: 'admin.messages' satisfies TextKey,
        loadComponent: () => import('./messages/admin-messages-page').then((module) => module.AdminMessagesPage),
      },
      {
        path: 'tags',
        title: 'admin.tags' satisfies TextKey,
        loadComponent: () => import('./tags/tags-page').then((module) => module.TagsPage),
      },
      {
        path: 'audit',
        title: 'admin.audit' satisfies TextKey,
        loadComponent: () => import('./audit/audit-page').then((module) => module.AuditPage),
      },
      {
        path: 'organisation',
        title: 'admin.organisation' satisfies TextKey,
        canDeactivate: [keepsChanges],
        loadComponent: () => import('./organisation/organisation-page').then((module) => module.OrganisationPage),
      },
    ],
  },
];
