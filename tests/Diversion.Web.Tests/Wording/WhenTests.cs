using Diversion.Casework.Programmes;
using Diversion.Domain.Time;
using Diversion.Web.Tests.Hosting;
using Diversion.Web.Wording;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Diversion.Web.Tests.Wording;

public sealed class WhenTests
{
    [Theory]
    [InlineData("2026-03-05T17:00", "5pm today", "due today")]
    [InlineData("2026-03-06T09:00", "9am tomorrow", "1 working day left")]
    [InlineData("2026-03-09T10:30", "10:30am on 9 March 2026", "2 working days left")]
    [InlineData("2026-03-07T00:00", "the end of tomorrow", "1 working day left")]
    [InlineData("2026-03-31T00:00", "the end of 30 March 2026", "17 working days left")]
    [InlineData("2026-03-05T09:00", "9am today", "overdue since today")]
    [InlineData("2026-03-04T17:00", "5pm yesterday", "1 working day overdue")]
    [InlineData("2026-03-30T12:00", "midday on 30 March 2026", "17 working days left")]
    public async Task Moments_are_shown_relative_to_now(string local, string moment, string left)
    {
        // A Thursday at ten; the clocks change on the 29th.
        await using var app = await TestApp.Begin();
        var when = new When(app.Clock, app.Services.GetRequiredService<Rulebook>());
        var at = LocalDateTime.FromDateTime(DateTime.Parse(local)).InZoneLeniently(WorkingCalendar.Zone).ToInstant();
        Assert.Equal((moment, left), (when.Moment(at), when.Left(at)));
    }

    [Theory]
    [InlineData("2026-03-05T17:00", "By 5pm today")]
    [InlineData("2026-03-09T10:30", "By 10:30am on 9 March 2026, 2 working days left")]
    [InlineData("2026-03-05T09:00", "Overdue since 9am today")]
    [InlineData("2026-03-03T17:00", "Overdue since 5pm on 3 March 2026 (2 working days)")]
    public async Task A_task_says_by_when_or_since_when(string local, string by)
    {
        await using var app = await TestApp.Begin();
        var when = new When(app.Clock, app.Services.GetRequiredService<Rulebook>());
        Assert.Equal(by, when.By(LocalDateTime.FromDateTime(DateTime.Parse(local)).InZoneLeniently(WorkingCalendar.Zone).ToInstant()));
    }
}
