using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Browsing;

/// <summary>How somebody operates a page: the same journeys are run with a mouse and with the keyboard alone.</summary>
internal interface IHands
{
    Task Press(ILocator control);

    Task Tick(ILocator choice);

    Task Fill(ILocator field, string text);

    Task Select(ILocator field, string choice);
}
