using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Term;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Timekeeping;

/// <summary>Which tracks a change reports: timekeeping wakes for those and no others.</summary>
public sealed class ChangeTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task A_signature_reports_every_track_with_something_due_sooner_than_before()
    {
        await casework.Signed();

        // Not the agreement's own track: the end of the term is later than the lapse of the offer was.
        Assert.Equal([Tracks.Setup, "supervision", "reparation"], casework.Changes[^1].Sooner.Select(track => track.Id));
    }

    [Fact]
    public async Task A_note_reports_no_change()
    {
        await casework.Signed();

        await casework.Done(Worker, new TermCommand.AddNote("A good talk."));

        Assert.Empty(casework.Changes[^1].Sooner);
    }

    [Fact]
    public async Task A_moment_that_goes_away_or_moves_back_is_not_reported()
    {
        await casework.Signed();

        await casework.Done(Worker, new PathwayCommand.SendPathwayReferral("pathway"));

        Assert.Empty(casework.Changes[^1].Sooner);
    }

    [Fact]
    public async Task A_meeting_wakes_its_own_condition()
    {
        await casework.Signed();

        await casework.Done(Worker, casework.Meeting("m-1", daysAhead: 3));

        Assert.Equal("supervision", Assert.Single(casework.Changes[^1].Sooner).Id);
    }

    [Fact]
    public async Task Passing_time_reports_only_future_moments()
    {
        await casework.Signed();
        casework.Changes.Clear();
        var told = 0;
        var until = casework.Now + Duration.FromDays(200);
        while (await casework.Sweep.Earliest() is { } next && next <= until)
        {
            casework.Now = next;
            await casework.Sweep.Run(next);
            Assert.All(casework.Changes.SelectMany(change => change.Sooner), track => Assert.True(track.NextDue > next));
            told += casework.Changes.Count;
            casework.Changes.Clear();
        }

        Assert.InRange(told, 20, 200);
    }
}
