using Diversion.Domain.Schemes;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Time;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData("2026-03-12 08:00", "2026-03-12 08:00")]
    [InlineData("2026-03-12 19:59", "2026-03-12 19:59")]
    [InlineData("2026-03-12 20:00", "2026-03-13 08:00")]
    [InlineData("2026-03-12 23:30", "2026-03-13 08:00")]
    [InlineData("2026-03-13 00:10", "2026-03-13 08:00")]
    [InlineData("2026-03-28 21:00", "2026-03-29 08:00")]
    [InlineData("2026-10-25 01:30", "2026-10-25 08:00")]
    public void Nobody_is_texted_from_eight_to_eight_also_when_clocks_change(string at, string opens) =>
        Assert.Equal(Case.Time(opens), new TextRules().Opens(Case.Time(at)));

    [Theory]
    [InlineData("2026-03-12 21:00", "2026-03-13 09:00")]
    [InlineData("2026-03-12 22:00", "2026-03-13 09:00")]
    public void A_scheme_may_have_other_hours(string at, string opens) => Assert.Equal(Case.Time(opens), new TextRules(21, 9).Opens(Case.Time(at)));
}
