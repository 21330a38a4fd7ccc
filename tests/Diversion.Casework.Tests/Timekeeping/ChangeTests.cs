using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Term;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Timekeeping;

/// <summary>Which timers a change reports: every one that moved, so that no clock has to find out by itself.</summary>
public sealed class ChangeTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task A_signature_reports_every_track_and_which_are_due_earlier_than_before()
    {
        await casework.Signed();

        // The agreement's own track moves back: the end of the term is later than the lapse of the offer was.
        Assert.Equal([Tracks.Agreement, Tracks.Setup, "supervision", "reparation"], casework.Changes[^1].Moved.Select(move => move.Timer.Id));
        Assert.Equal([Tracks.Setup, "supervision", "reparation"], Earlier());
    }

    [Fact]
    public async Task A_note_reports_no_change()
    {
        await casework.Signed();

        await casework.Done(Worker, new TermCommand.AddNote("A good talk."));

        Assert.Empty(casework.Changes[^1].Moved);
    }

    [Fact]
    public async Task A_moment_that_goes_away_behind_another_moves_no_timer()
    {
        await casework.Signed();

        await casework.Done(Worker, new PathwayCommand.SendPathwayReferral("pathway"));

        Assert.Empty(casework.Changes[^1].Moved);
    }

    [Fact]
    public async Task An_extension_reports_the_timer_that_it_moves()
    {
        var signed = await casework.Signed();

        var extended = await casework.Done(Lead, new TermCommand.ExtendTerm(signed.Term!.LastDay.PlusDays(14), true, new LocalDate(2026, 3, 3), AgreedHow.InPerson));

        var moved = Assert.Single(casework.Changes[^1].Moved, move => move.Timer.Id == Tracks.Agreement);
        Assert.Equal((Agreement.NextDue(signed, Tracks.Agreement), Agreement.NextDue(extended, Tracks.Agreement)), (moved.Was, moved.Timer.NextDue));
    }

    [Fact]
    public async Task A_repeated_request_is_told_again_since_nobody_may_have_heard_of_the_first()
    {
        var options = new ExecuteOptions(IdempotencyKey: "request-1");
        await casework.Do(Officer, Referral(), options);
        casework.Changes.Clear();

        await casework.Do(Officer, Referral(), options);

        var told = Assert.Single(casework.Changes);
        Assert.Equal((OwnStream, true), (told.Stream, told.HasMessages));
    }

    [Fact]
    public async Task A_meeting_wakes_its_own_condition()
    {
        await casework.Signed();

        await casework.Done(Worker, casework.Meeting("m-1", daysAhead: 3));

        Assert.Equal("supervision", Assert.Single(Earlier()));
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
            Assert.All(casework.Changes.SelectMany(change => change.Moved), move => Assert.False(move.Timer.NextDue <= next));
            told += casework.Changes.Count;
            casework.Changes.Clear();
        }

        Assert.InRange(told, 20, 200);
    }

    private IEnumerable<string> Earlier() => casework.Changes[^1].Moved.Where(move => move.IsEarlier).Select(move => move.Timer.Id);
}
