using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Agreements;

public sealed class TrackTests
{
    [Fact]
    public void Set_up_deadlines_are_kept_together_for_all_conditions()
    {
        var state = Brought.ToActive(Brought.Supervision(), Brought.Pathway()).State;
        var setup = Assert.Single(Agreement.OpenTracks(state), track => track.Id == Tracks.Setup);

        var arranging = state.Obligations.Where(open =>
            open.Deadline.Rule is RuleIds.SupervisionFirst or RuleIds.PathwayReferral or RuleIds.PathwayAcceptance).ToArray();
        Assert.Equal(3, arranging.Length);
        Assert.Equal(arranging.Min(open => open.Deadline.Ladder[0]), setup.NextDue);
        Assert.Null(setup.Kind);
    }

    [Fact]
    public void A_condition_keeps_what_is_due_once_it_is_arranged_and_stays_open_with_nothing_due()
    {
        var state = Brought.ToActive(Brought.Supervision(), Brought.Pathway()).State;
        var tracks = Agreement.OpenTracks(state);

        Assert.Equal(ConditionKind.Supervision, tracks.Single(track => track.Id == "supervision").Kind);
        Assert.NotNull(Agreement.NextDue(state, "supervision"));
        Assert.Null(tracks.Single(track => track.Id == "pathway").NextDue);
        Assert.DoesNotContain(tracks, track => track.Kind == ConditionKind.NoReoffending);
    }

    [Fact]
    public void Before_the_signature_there_is_the_agreements_own_track_only()
    {
        var referred = Brought.ToReferred().State;

        var only = Assert.Single(Agreement.OpenTracks(referred));
        Assert.Equal(Tracks.Agreement, only.Id);
        Assert.Equal(Agreement.NextDue(referred), only.NextDue);
    }

    [Fact]
    public void A_track_that_does_not_exist_has_nothing_due() =>
        Assert.Null(Agreement.NextDue(Brought.ToActive(Brought.Supervision()).State, "reparation"));

    [Fact]
    public void What_is_overdue_is_counted_on_its_track()
    {
        var late = Brought.ToActive(Brought.Supervision()).On("2026-03-31").When(new TimePassed()).State;

        Assert.All(Agreement.OpenTracks(late), track => Assert.InRange(track.Escalated, 0, late.Obligations.Count(open => open.IsOverdue)));
        Assert.NotEqual(0, Agreement.OpenTracks(late).Sum(track => track.Escalated));
    }
}
