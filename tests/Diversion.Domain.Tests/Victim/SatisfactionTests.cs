using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.RestorativeJustice;
using Diversion.Domain.Tests.Fixture;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;

namespace Diversion.Domain.Tests.Victim;

public sealed class SatisfactionTests
{
    private const string Restorative = "restorative-justice";

    private static readonly VictimCommand.RecordVictimSatisfaction Answered = new(true, 4, null, 2) { Victim = 1 };

    [Fact]
    public void A_victim_is_asked_after_the_end_and_declining_is_told_apart_from_not_being_asked()
    {
        Brought.ToActive().When(Answered).Refused(RefusalCode.SatisfactionTooEarly);
        var ended = Ended();
        Assert.Null(ended.State.Victims.Find(1)!.Satisfaction);
        var asked = ended.When(Answered);
        var said = asked.State.Victims.Find(1)!.Satisfaction!;
        Assert.Equal((true, 4, null, 2), (said.Answered, said.Informed, said.Treated, said.Outcome));
        Assert.NotEmpty(said.ByWhom);

        var declined = Ended().When(new VictimCommand.RecordVictimSatisfaction(false, ByWhom: " PC Green ") { Victim = 1 }).State.Victims.Find(1)!.Satisfaction!;
        Assert.Equal((false, null, "PC Green"), (declined.Answered, declined.Informed, declined.ByWhom));
    }

    [Fact]
    public void Recording_the_same_again_changes_nothing_and_another_answer_corrects_it()
    {
        var ended = Ended().Given(Answered);
        ended.When(Answered).ThenNothing();
        Assert.Equal(5, ended.When(Answered with { Outcome = 5 }).State.Victims.Find(1)!.Satisfaction!.Outcome);
    }

    [Theory]
    [InlineData(true, null, null)]
    [InlineData(true, 0, null)]
    [InlineData(true, 6, null)]
    [InlineData(false, 3, null)]
    [InlineData(true, 3, "2026-02-01")]
    [InlineData(true, 3, "2030-02-01")]
    public void What_cannot_be_is_refused(bool answers, int? informed, string? on)
    {
        var day = on is null ? (LocalDate?)null : NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value;
        Ended().When(new VictimCommand.RecordVictimSatisfaction(answers, informed, On: day) { Victim = 1 })
            .Refused(day is null ? RefusalCode.ValueOutOfRange : day > new LocalDate(2026, 6, 1) ? RefusalCode.DateInFuture : RefusalCode.DateTooOld);
    }

    [Fact]
    public void Who_does_not_want_to_hear_of_the_case_is_not_asked() =>
        Ended().Given(new VictimCommand.OptVictimOut { Victim = 1 }).When(Answered).Refused(RefusalCode.VictimOptedOut);

    [Fact]
    public void Only_a_victim_with_whom_restorative_justice_took_place_is_asked_about_it()
    {
        var asked = Answered with { Restorative = 5 };
        Ended().When(asked).Refused(RefusalCode.NoRestorativeJustice);

        Moved(Prepared()).When(asked).Refused(RefusalCode.NoRestorativeJustice);
        Assert.Equal(5, Moved(Held()).When(asked).State.Victims.Find(1)!.Satisfaction!.Restorative);
        var held = Moved(Held());
        held.When(asked with { Restorative = 6 }).Refused(RefusalCode.ValueOutOfRange);
        held.When(asked with { Answers = false, Informed = null, Outcome = null }).Refused(RefusalCode.ValueOutOfRange);
        Assert.Equal(3, held.When(new VictimCommand.RecordVictimSatisfaction(true, Restorative: 3) { Victim = 1 }).State.Victims.Find(1)!.Satisfaction!.Restorative);
    }

    private static Case Prepared() => Brought.ToActive(Brought.RestorativeJustice()).On("2026-03-10")
        .Given(new RestorativeJusticeCommand.RecordVictimContact(Restorative, new LocalDate(2026, 3, 10)))
        .Given(new RestorativeJusticeCommand.RecordVictimAnswer(Restorative, true, RestorativeProcess.Letter))
        .Given(new RestorativeJusticeCommand.RecordPreparation(Restorative, new LocalDate(2026, 3, 10)));

    private static Case Held() => Prepared().Given(new RestorativeJusticeCommand.RecordRestorativeOutcome(Restorative, RestorativeProcess.Letter, new LocalDate(2026, 3, 10)));

    private static Case Ended() => Moved(Brought.ToActive().On("2026-03-10"));

    private static Case Moved(Case active) => active.Given(new TermCommand.Discontinue(DiscontinuationCause.Moved) { Reason = "Moved away." });
}
