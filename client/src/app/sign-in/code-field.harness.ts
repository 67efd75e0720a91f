import { ComponentHarness } from '@angular/cdk/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';

/** A code that comes by mail, and the button that has it sent. */
export class CodeFieldHarness extends ComponentHarness {
  static readonly hostSelector = 'app-code-field';
  private readonly button = this.locatorFor(MatButtonHarness);
  private readonly field = this.locatorFor(MatFormFieldHarness);
  private readonly input = this.locatorFor(MatInputHarness);
  private readonly status = this.locatorFor('[role=status]');
  private readonly alert = this.locatorForOptional('[role=alert]');

  async send(): Promise<void> {
    await (await this.button()).click();
  }

  /** What the button says, and whether it waits. */
  async offers(): Promise<[string, boolean]> {
    const button = await this.button();
    return [await button.getText(), await button.isDisabled()];
  }

  async type(code: string): Promise<void> {
    const input = await this.input();
    await input.setValue(code);
    await input.blur();
  }

  async isFocused(): Promise<boolean> {
    return (await this.input()).isFocused();
  }

  async errors(): Promise<string[]> {
    return (await this.field()).getTextErrors();
  }

  /** What is said once a code is on its way. */
  async news(): Promise<string> {
    return (await (await this.status()).text()).trim();
  }

  /** What went wrong and is of no field. */
  async problem(): Promise<string | null> {
    return (await (await this.alert())?.text()) ?? null;
  }
}
