using System.Text;
using System.Text.RegularExpressions;
using Diversion.Journeys.Tests.Browsing;
using Diversion.Journeys.Tests.Checks;
using Diversion.Journeys.Tests.Hosting;
using Microsoft.Playwright;

namespace Diversion.Journeys.Tests.Journeys;

/// <summary>The main pages as seen with other settings of the machine, and on paper.</summary>
public sealed class AppearanceTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly (string Person, string Page)[] MainPages =
        [("demo-kw-1", "/"), ("demo-kw-1", "/caseload"), ("demo-kw-1", "/search"), ("demo-lead-1", "/register"), ("demo-lead-1", "/"), ("demo-lead-1", "/programme"), ("demo-po-1", "/"), ("demo-pr-1", "/")];

    private const int ScreenHeight = 800;

    /// <summary>The text spacing of success criterion 1.4.12, in a stylesheet that the content policy does not block.</summary>
    private const string SpaceOut =
        """
        () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
          document.adoptedStyleSheets = [sheet];
        }
        """;

    [BrowserFact]
    public async Task At_twice_the_size_and_with_wide_spacing_on_a_phone_nothing_scrolls_sideways()
    {
        foreach (var (person, page) in MainPages)
        {
            await using var visitor = await portal.Visit(person, new() { ViewportSize = Widths.Zoomed, DeviceScaleFactor = 2 });
            await visitor.Go(page);
            Assert.True(await Over(visitor.Page) <= 0, $"{page} scrolls sideways at 200%");
            await visitor.Page.EvaluateAsync(SpaceOut);
            await visitor.Page.SetViewportSizeAsync(Widths.Phone.Width, Widths.Phone.Height);
            Assert.True(await Over(visitor.Page) <= 0, $"{page} scrolls sideways with wide spacing");
        }
    }

    [BrowserFact]
    public async Task With_forced_colours_and_reduced_motion_the_main_pages_are_valid_and_do_not_move()
    {
        foreach (var (person, page) in MainPages)
        {
            await using var visitor = await portal.Visit(person, new() { ForcedColors = ForcedColors.Active, ReducedMotion = ReducedMotion.Reduce });
            await visitor.Go(page);
            var faults = await PageCheck.Accessibility(visitor.Page);
            Assert.True(faults.Count == 0, $"{page}: {string.Join('\n', faults)}");
            var moving = await visitor.Page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll("*")].filter((element) => {
                  const style = getComputedStyle(element);
                  return [style.transitionDuration, style.animationDuration].join().split(",").some((length) => parseFloat(length) > 0.01);
                }).map((element) => element.outerHTML.slice(0, 80))
                """);
            Assert.Empty(moving);
            await Screenshots.Take(visitor.Page, $"forced-colours-{person}{page.Replace('/', '-')}");
        }
    }

    /// <summary>The width of what does not fit.</summary>
    private static Task<int> Over(IPage page) => page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    [BrowserTheory]
    [InlineData("Active")]
    [InlineData("BreachReview")]
    public async Task The_overview_of_a_case_is_two_screens_high_at_most(string status)
    {
        await using var lead = await portal.Visit("demo-lead-1", new() { ViewportSize = new() { Width = 1280, Height = ScreenHeight } });
        await lead.Go($"/register?Status={status}");
        foreach (var reference in (await lead.References()).Take(3))
        {
            await lead.Go($"/agreements/{reference}");
            Assert.InRange(await lead.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight"), 1, 2 * ScreenHeight);
        }
    }

    [BrowserFact]
    public async Task The_agreement_prints_as_a_paper_to_sign_and_nothing_of_the_screen_with_it()
    {
        await using var lead = await portal.Visit("demo-lead-1");
        await lead.Go("/register?Status=Offered");
        await lead.Go(await lead.Main.Locator("tbody a").First.GetAttributeAsync("href") ?? "");
        await lead.GoToPart("documents");
        await lead.Follow("Print the agreement");
        await PageCheck.Assert(lead.Page);
        await lead.Page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var ofTheScreen in (string[])[".moj-header", ".govuk-service-navigation", ".demo-bar", ".portal-footer", ".govuk-back-link", "button"])
        {
            foreach (var part in await lead.Page.Locator(ofTheScreen).AllAsync())
            {
                Assert.False(await part.IsVisibleAsync(), $"{ofTheScreen} is printed");
            }
        }

        await lead.Sees("Signature of");
        var pdf = await lead.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true, Path = Screenshots.PathOf("agreement.pdf") });
        var pages = Regex.Count(Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b", RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.InRange(pages, 1, 2);
    }
}
