using Diversion.Domain.Agreements;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Tests.Agreements;

public sealed class HostileInputTests
{
    // By number: the test runner itself cannot pass on a lone surrogate.
    private static readonly (string Text, string Code)[] Hostile =
    [
        (new string('x', 1 << 20), RefusalCode.TextTooLong),
        ("a\0b", RefusalCode.TextInvalid),
        ("bell\a", RefusalCode.TextInvalid),
        ("escape \u001b[31m", RefusalCode.TextInvalid),
        ("c1 \u0085", RefusalCode.TextInvalid),
        ("delete \u007f", RefusalCode.TextInvalid),
        ("override \u202e txt", RefusalCode.TextInvalid),
        ("embedding \u202a", RefusalCode.TextInvalid),
        ("isolate \u2066 txt", RefusalCode.TextInvalid),
        ("lone high \ud83d", RefusalCode.TextInvalid),
        ("lone low \ude00 here", RefusalCode.TextInvalid),
        ("swapped \ude00\ud83d", RefusalCode.TextInvalid),
        ("\ud83d", RefusalCode.TextInvalid),
    ];

    public static TheoryData<int> HostileTexts => [.. Enumerable.Range(0, Hostile.Length)];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void A_hostile_note_is_refused(int number)
    {
        var (text, code) = Hostile[number];
        var active = Brought.ToActive();

        var refusal = active.When(new TermCommand.AddNote(text)).Refused(code);

        Assert.True(refusal.Message.Length < 200);
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void A_hostile_reason_is_refused_on_every_command(int number)
    {
        var (text, code) = Hostile[number];
        var active = Brought.ToActive(Brought.Five());

        Assert.All(Samples.EachCommand(), command => active.When(command with { Reason = text }).Refused(code));
    }

    [Theory]
    [InlineData("priya.nair@probation.example")]
    [InlineData("Priya Nair")]
    public void An_id_of_staff_that_tells_who_it_is_is_refused(string id) =>
        Brought.ToActive().When(new TermCommand.ChangeKeyWorker(new StaffRef(id, "Priya Nair"))).Refused(RefusalCode.TextInvalid);

    [Theory]
    [InlineData("Emoji 🙂👩‍👩‍👧 are words too")]
    [InlineData("Zoë Ōkubo O’Neill-Łęski 李小龙 עברית")]
    [InlineData("Two\nlines\tand a tab\r\n")]
    [InlineData("'; DROP TABLE agreements; --")]
    [InlineData("<script>alert(1)</script>")]
    public void Words_of_every_language_are_kept_as_they_are(string text)
    {
        var active = Brought.ToActive().When(new TermCommand.AddNote(text));

        Assert.Equal(text, active.Then<TermEvent.NoteAdded>().Text);
    }

    [Fact]
    public void A_note_may_be_ten_thousand_characters_and_no_more()
    {
        var active = Brought.ToActive().Given(new TermCommand.AddNote(new string('x', 10_000)));

        active.When(new TermCommand.AddNote(new string('x', 10_001))).Refused(RefusalCode.TextTooLong);
        active.When(new TermCommand.AddNote(" \n ")).Refused(RefusalCode.TextMissing);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("two\nlines")]
    [InlineData("")]
    public void An_id_that_no_store_could_keep_is_refused(string id)
    {
        var refused = new Case(Shipped.Checkpoint).When(Brought.Refer() with { Id = new AgreementId(id) });

        Assert.IsType<Refusal.Invalid>(refused.Refusal);
    }

    [Fact]
    public void A_missing_value_is_refused_not_thrown()
    {
        var fresh = new Case(Shipped.Checkpoint);
        fresh.When(Brought.Refer() with { Id = default }).Refused(RefusalCode.TextMissing);
        fresh.When(Brought.Refer() with { Person = null! }).Refused(RefusalCode.TextMissing);
        fresh.When(Brought.Refer() with { Offence = null! }).Refused(RefusalCode.TextMissing);
        fresh.When(Brought.Refer() with { Officer = null! }).Refused(RefusalCode.TextMissing);

        var eligible = Brought.ToEligible();
        eligible.When(new ReferralCommand.RecordFacts(null!)).Refused(RefusalCode.ValueOutOfRange);
        eligible.When(new ReferralCommand.ApproveEligibility([null!])).Refused(RefusalCode.TextMissing);
        eligible.When(new OfferCommand.MakeOffer(default)).Refused(RefusalCode.ConditionMissing);
        eligible.When(new OfferCommand.MakeOffer([null!])).Refused(RefusalCode.TextMissing);
        eligible.When(Brought.Offer(new Domain.Conditions.ConditionTerms.TagMonitoring([null!]))).Refused(RefusalCode.TextMissing);
        eligible.When(Brought.Offer(new Domain.Conditions.ConditionTerms.RestorativeJustice(null!))).Refused(RefusalCode.TextMissing);
        eligible.When(Brought.Offer(new Domain.Conditions.ConditionTerms.Pathway(default, null!))).Refused(RefusalCode.TextMissing);
        Brought.ToOffered().When(Brought.Sign() with { KeyWorker = null! }).Refused(RefusalCode.TextMissing);
        Brought.ToActive(Brought.Supervision()).When(new TermCommand.SubstituteCondition("supervision", null!, true)).Refused(RefusalCode.NothingToVary);
        Brought.ToActive().When(new TermCommand.VaryAgreement(Remove: [null!], ParticipantAgreed: true)).Refused(RefusalCode.ConditionUnknown);
    }

    [Fact]
    public void A_command_from_the_far_past_or_future_is_refused()
    {
        var active = Brought.ToActive();

        foreach (var at in (Instant[])[Instant.MinValue, Instant.FromUtc(1999, 12, 31, 23, 59), Instant.FromUtc(2100, 1, 2, 0, 0), Instant.MaxValue])
        {
            active.When(new TermCommand.AddNote("When am I?") { At = at }).Refused(RefusalCode.ValueOutOfRange);
        }
    }

    [Fact]
    public void Impossible_dates_of_person_and_offence_are_refused()
    {
        var fresh = new Case(Shipped.Checkpoint);
        fresh.When(Brought.Refer(People.Theft with { CommittedOn = new LocalDate(2026, 3, 3) })).Refused(RefusalCode.DateInFuture);
        fresh.When(Brought.Refer(People.Theft with { CommittedOn = LocalDate.MaxIsoValue })).Refused(RefusalCode.DateInFuture);
        fresh.When(Brought.Refer(People.Theft with { CommittedOn = LocalDate.MinIsoValue })).Refused(RefusalCode.ValueOutOfRange);
        fresh.When(Brought.Refer(person: People.Participant with { BornOn = new LocalDate(1899, 12, 31) })).Refused(RefusalCode.ValueOutOfRange);
        fresh.When(Brought.Refer(person: People.Participant with { BornOn = new LocalDate(2026, 2, 10) })).Refused(RefusalCode.ValueOutOfRange);
        fresh.When(Brought.Refer(People.Theft with { CommittedOn = new LocalDate(2003, 1, 1) })).Refused(RefusalCode.DateTooOld);
        fresh.When(Brought.Refer(People.Theft with { FirstStatementOn = new LocalDate(2026, 3, 3) })).Refused(RefusalCode.ValueOutOfRange);
        fresh.When(Brought.Refer(People.Theft with { FirstStatementOn = new LocalDate(2026, 2, 9) })).Refused(RefusalCode.ValueOutOfRange);
    }

    [Fact]
    public void There_is_no_agreement_before_its_referral() =>
        Assert.All(
            Samples.EachCommand().Where(command => command is not ReferralCommand.Refer),
            command => Assert.Equal(RefusalCode.AgreementUnknown, new Case(Shipped.Checkpoint).When(command).Refusal!.Code));

    [Fact]
    public void No_message_holds_the_victims_or_the_participants_name()
    {
        var active = Brought.ToActive(Brought.Five());

        Assert.All(Samples.EachCommand(), command =>
        {
            var message = active.When(command).Refusal?.Message ?? string.Empty;
            Assert.DoesNotContain("Robin", message, StringComparison.Ordinal);
            Assert.DoesNotContain("Val", message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_victims_name_with_an_override_character_is_refused() =>
        Brought.ToReferred().When(new VictimCommand.RecordVictim(true, Name: "Val \u202eelpmaxE")).Refused(RefusalCode.TextInvalid);
}
