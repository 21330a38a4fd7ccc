using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Browsing;

/// <summary>Tab, arrows, Space, Enter and letters: what cannot be reached and operated with these cannot be used.</summary>
internal sealed class KeyboardHands(IPage page) : IHands
{
    private const int MostStops = 150;
    private const int MostChoices = 30;

    public async Task Press(ILocator control)
    {
        await Reach(control);
        await page.Keyboard.PressAsync("Enter");
    }

    public async Task Tick(ILocator choice)
    {
        if (await choice.GetAttributeAsync("type") == "radio")
        {
            // A question is one tab stop; the arrows choose within it.
            await Reach(choice, "(wanted) => document.activeElement.name === wanted.name && document.activeElement.form === wanted.form");
            for (var pressed = 0; !await IsFocused(choice); pressed++)
            {
                Assert.True(pressed < MostChoices, $"The arrows do not reach {choice}.");
                await page.Keyboard.PressAsync("ArrowDown");
            }
        }
        else
        {
            await Reach(choice);
        }

        if (!await choice.IsCheckedAsync())
        {
            await page.Keyboard.PressAsync("Space");
        }

        Assert.True(await choice.IsCheckedAsync(), $"{choice} cannot be chosen with the keyboard.");
    }

    public async Task Fill(ILocator field, string text)
    {
        await Reach(field);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    public async Task Select(ILocator field, string choice)
    {
        await Reach(field);
        await page.Keyboard.TypeAsync(choice);
        Assert.Equal(choice, await field.EvaluateAsync<string>("(select) => select.selectedOptions[0].text.trim()"));
    }

    private Task Reach(ILocator control) => Reach(control, "(wanted) => document.activeElement === wanted");

    private async Task Reach(ILocator control, string isThere)
    {
        await Assertions.Expect(control).ToBeEnabledAsync();
        for (var stops = 0; !await control.EvaluateAsync<bool>(isThere); stops++)
        {
            Assert.True(stops < MostStops, $"{control} is not reached with Tab on {page.Url}.");
            await page.Keyboard.PressAsync("Tab");
        }
    }

    private static Task<bool> IsFocused(ILocator control) => control.EvaluateAsync<bool>("(wanted) => document.activeElement === wanted");
}
