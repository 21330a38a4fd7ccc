using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Browsing;

internal sealed class MouseHands : IHands
{
    public Task Press(ILocator control) => control.ClickAsync();

    public Task Tick(ILocator choice) => choice.CheckAsync();

    public Task Fill(ILocator field, string text) => field.FillAsync(text);

    public Task Select(ILocator field, string choice) => field.SelectOptionAsync(new SelectOptionValue { Label = choice });
}
