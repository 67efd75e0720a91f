import { Component } from '@angular/core';

@Component({ selector: 'app-home-page', template: `<h1>Home</h1>` })
export class HomePage {}
