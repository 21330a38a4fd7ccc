using System.Collections.Immutable;
using Diversion.Domain.Agreements;
using Diversion.Domain.Nominations;
using Diversion.Domain.Rounds;
using Diversion.Domain.Streams;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Projects;

/// <summary>What the public may say: a place that a moderator reads first, and a vote that is counted once.</summary>
public sealed class PublicTests
{
    private static readonly Instant Now = Case.Time("2026-04-02 10:00");
    private static readonly NominationId Place = new("0123456789abcdef0123456789abcdef");
    private static readonly RoundId Round = new("riverside-1");
    private static readonly NominationText Text = new("Riverside", "the steps behind the market", "mend the handrail");
    private static readonly ImmutableArray<RoundChoice> Choices = [new("one", "Path"), new("two", "Park")];

    [Theory]
    [InlineData("see <b>here</b>", NominationSign.Markup)]
    [InlineData("JAVASCRIPT :alert(1)", NominationSign.Markup)]
    [InlineData("look at www.example.org", NominationSign.Link)]
    [InlineData("example.co.uk has it", NominationSign.Link)]
    [InlineData("write to a@b.example", NominationSign.EmailAddress)]
    [InlineData("pat at home dot example", NominationSign.EmailAddress)]
    [InlineData("ring 0191 498 0199", NominationSign.TelephoneNumber)]
    [InlineData("ring ٠٧٧٠٠٩٠٠١٢٣", NominationSign.TelephoneNumber)]
    [InlineData("Mr example did it", NominationSign.PerhapsName)]
    [InlineData("ask Pat Example", NominationSign.PerhapsName)]
    public void A_moderator_is_warned_of_what_must_not_be_published(string work, NominationSign sign) =>
        Assert.Contains(sign, NominationSigns.In(Text with { Work = work }));

    [Fact]
    public void Plain_words_have_no_sign_and_a_long_text_is_read_in_time()
    {
        Assert.Empty(NominationSigns.In(Text));
        _ = NominationSigns.In(Text with { Work = new string('1', 5_000) + new string('a', 5_000) + "@" });
    }

    [Fact]
    public void A_place_waits_until_a_moderator_lets_words_out()
    {
        var named = Decide(null, new NominationCommand.Nominate(Text with { Work = "  mend the handrail " }), Actor.Public);
        Assert.Equal(new NominationEvent.PlaceNominated(Place.Value, Text, Now), Assert.Single(named.Events));
        Assert.True(named.State is { Waits: true, Published: null });
        Assert.Empty(Decide(named.State, new NominationCommand.Nominate(Text), Actor.Public).Events);

        Assert.Equal(RefusalCode.RoleNotPermitted, Decide(named.State, new NominationCommand.Approve(Text), Actor.Public).Refusal?.Code);
        Assert.Equal(RefusalCode.RoleNotPermitted, Decide(named.State, new NominationCommand.Approve(Text), People.Worker).Refusal?.Code);
        Assert.Equal(RefusalCode.NominationUnfit, Decide(named.State, new NominationCommand.Approve(Text with { Work = "ring 0191 498 0199" }), People.Lead).Refusal?.Code);
        Assert.Equal(RefusalCode.NominationUnknown, Decide(null, new NominationCommand.Approve(Text), People.Lead).Refusal?.Code);
        var approved = Decide(named.State, new NominationCommand.Approve(Text with { Place = "Market Steps" }), People.Lead);
        Assert.Equal("Market Steps", approved.State.Published!.Place);
        Assert.Empty(Decide(approved.State, new NominationCommand.Approve(Text with { Place = "Market Steps" }), People.Lead).Events);

        Assert.Equal(RefusalCode.TextMissing, Decide(approved.State, new NominationCommand.Reject(), People.Lead).Refusal?.Code);
        var rejected = Decide(approved.State, new NominationCommand.Reject { Reason = "It names somebody." }, People.Lead).State;
        Assert.True(rejected is { Waits: false, Published: null, Rejected: true });
    }

    [Theory]
    [InlineData("", "a", "b")]
    [InlineData("a", "b\u202Ec", "d")]
    [InlineData("a", "b", " ")]
    public void A_faulty_nomination_is_refused(string area, string place, string work) =>
        Assert.IsType<Refusal.Invalid>(Decide(null, new NominationCommand.Nominate(new(area, place, work)), Actor.Public).Refusal);

    [Fact]
    public void Whole_texts_are_limited() =>
        Assert.Equal(RefusalCode.TextTooLong, Decide(null, new NominationCommand.Nominate(Text with { Work = new string('x', NominationText.LongestWork + 1) }), Actor.Public).Refusal?.Code);

    [Fact]
    public void A_round_closes_at_the_end_of_its_last_day_is_counted_once_and_then_published()
    {
        var open = Vote(null, new RoundCommand.OpenRound("Riverside", ["one", "two"], new(2026, 4, 10)).With(Choices), People.Lead).State;
        Assert.Equal(Case.Time("2026-04-11 00:00"), open.ClosesAt);
        Assert.Empty(Vote(open, new RoundCommand.OpenRound("Riverside", ["one", "two"], new(2026, 4, 10)).With(Choices), People.Lead).Events);
        Assert.Equal(RefusalCode.RoundExists, Vote(open, new RoundCommand.OpenRound("Riverside", ["one", "two"], new(2026, 4, 11)).With(Choices), People.Lead).Refusal?.Code);
        Assert.Equal(RefusalCode.RoundOpen, Vote(open, new RoundCommand.PublishResult(), People.Lead).Refusal?.Code);
        ImmutableArray<RoundCount> counts = [new("one", 5), new("two", 7)];
        Assert.Empty(Vote(open, new RoundCommand.TimePassed(counts), Actor.Clock, open.ClosesAt).Events);

        var closed = Vote(open, new RoundCommand.TimePassed(counts), Actor.Clock, open.NextDue).State;
        Assert.Equal((7, null), (closed.Counted!.Value[1].Votes, closed.NextDue));
        Assert.Empty(Vote(closed, new RoundCommand.TimePassed([new("one", 99)]), Actor.Clock, open.NextDue).Events);
        Assert.Equal(RefusalCode.RoleNotPermitted, Vote(closed, new RoundCommand.PublishResult(), People.Worker).Refusal?.Code);
        var published = Vote(closed, new RoundCommand.PublishResult(), People.Lead, open.NextDue).State;
        Assert.Equal(RefusalCode.RoundClosed, Vote(published, Enter("b-2", "one", 3), People.Lead).Refusal?.Code);
    }

    [Fact]
    public void Votes_on_paper_are_entered_apart_and_an_entry_counts_once()
    {
        var open = Vote(null, new RoundCommand.OpenRound("Riverside", ["one", "two"], new(2026, 4, 10)).With(Choices), People.Lead).State;
        var entered = Vote(open, Enter("b-1", "one", 12), People.Worker).State;
        Assert.Equal((12, 0), (entered.EnteredFor("one"), entered.EnteredFor("two")));
        Assert.Empty(Vote(entered, Enter("b-1", "one", 12), People.Worker).Events);
        Assert.Equal(RefusalCode.RoundExists, Vote(entered, Enter("b-1", "one", 13), People.Worker).Refusal?.Code);
        Assert.All((RoundCommand[])[Enter("b-2", "three", 1), Enter("b-2", "one", 0), Enter("b-2", "one", 10_001), Enter("", "one", 1)], command => Assert.IsType<Refusal.Invalid>(Vote(entered, command, People.Worker).Refusal));
        Assert.Equal(RefusalCode.RoleNotPermitted, Vote(open, Enter("b-1", "one", 12), People.Provider).Refusal?.Code);
    }

    [Fact]
    public void A_round_needs_projects_and_a_day_that_can_be()
    {
        Refusal? Of(RoundCommand.OpenRound open) => Vote(null, open, People.Lead).Refusal;
        Assert.Equal("projects", Assert.IsType<Refusal.Invalid>(Of(new RoundCommand.OpenRound("Riverside", ["one"], new(2026, 4, 10)).With([Choices[0]]))).Field);
        Assert.Equal("lastDay", Assert.IsType<Refusal.Invalid>(Of(new RoundCommand.OpenRound("Riverside", ["one", "two"], new(2026, 4, 1)).With(Choices))).Field);
        Assert.Equal("lastDay", Assert.IsType<Refusal.Invalid>(Of(new RoundCommand.OpenRound("Riverside", ["one", "two"], new(2027, 4, 1)).With(Choices))).Field);
        Assert.Equal(RefusalCode.RoundUnknown, Vote(null, new RoundCommand.PublishResult(), People.Lead).Refusal?.Code);
    }

    private static RoundCommand.EnterVotes Enter(string batch, string project, int votes) => new(new EnteredVotes(batch, project, VoteWay.Paper, votes));

    private static Decision<NominationState, NominationEvent> Decide(NominationState? state, NominationCommand command, Actor by) => NominationDecider.Decide(Place, state, command with { By = by, At = Now });

    private static Decision<RoundState, RoundEvent> Vote(RoundState? state, RoundCommand command, Actor by, Instant? at = null) => RoundDecider.Decide(Round, state, command with { By = by, At = at ?? Now });
}
