using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Agreements;

/// <summary>What is stored of texts that look like others, and whom a command may name.</summary>
public sealed class KeptTextTests
{
    private static readonly StaffDirectory Staff = new(
        [new StaffRef("kw-1", "Kit Worker", "north", "kit@probation.example")], [new StaffRef("rj-1", "Fay Facilitator")], ["Green Spaces"])
    {
        Officers = [new StaffRef("po-9", "Olive Officer", "north-police", "olive@police.example")],
    };

    private static RulesInForce Listed => Shipped.Checkpoint with { Staff = Staff };

    [Theory]
    [InlineData("\u200B\u200B")]
    [InlineData("\uFEFF \u2060")]
    [InlineData("\u3164")]
    public void A_note_of_nothing_to_see_is_empty(string text) =>
        Brought.ToActive().When(new TermCommand.AddNote(text)).Refused(RefusalCode.TextMissing);

    [Fact]
    public void A_refused_character_is_named_with_its_field_and_place()
    {
        var refusal = Assert.IsType<Refusal.Invalid>(
            Brought.ToReferred().When(new ReferralCommand.AmendReferral(new Person("Siân\u000BOwen", new(1994, 3, 17)), Brought.Refer().Offence) { Reason = "Mistyped." }).Refusal);
        Assert.Equal("person.name", refusal.Field);
        Assert.Contains("U+000B (vertical tab) at position 5", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@police.example; b@police.example")]
    [InlineData("o’hara@police.example")]
    public void An_address_that_mail_cannot_go_to_is_refused_as_input(string email)
    {
        var refer = Brought.Refer();
        var fresh = new Case(Shipped.Checkpoint);
        fresh.When(refer with { Person = refer.Person with { Email = email } }).Refused(RefusalCode.EmailInvalid);
        fresh.When(refer with { Officer = refer.Officer with { Email = email } }).Refused(RefusalCode.EmailInvalid);
        Brought.ToReferred().When(new ReferralCommand.AmendReferral(refer.Person with { Email = email }, refer.Offence) { Reason = "New." }).Refused(RefusalCode.EmailInvalid);
        Brought.ToActive().When(new TermCommand.ChangeKeyWorker(new StaffRef("kw-2", "Kim", null, email)) { Reason = "Leave." }).Refused(RefusalCode.EmailInvalid);
        Brought.ToOffered().When(Brought.Sign() with { KeyWorker = new StaffRef("kw-2", "Kim", null, email) }).Refused(RefusalCode.EmailInvalid);
    }

    [Fact]
    public void Invisible_characters_are_not_kept()
    {
        var refer = Brought.Refer();
        var made = new Case(Shipped.Checkpoint).When(refer with
        {
            CustodyReference = "\uFEFFHT/26/\u00A07777\u200B",
            Person = refer.Person with { Name = "Jo\u200Bhn \u00ADSmith", Email = "\u200Bjo@example.org " },
        });
        var referral = made.State.Referral;
        Assert.Equal(("HT/26/ 7777", "John Smith", "jo@example.org"), (referral.CustodyReference, referral.Person.Name, referral.Person.Email));
    }

    [Fact]
    public void A_person_unknown_to_the_programme_is_refused()
    {
        var nobody = new StaffRef("kw-404", "Nobody");
        Known(Brought.ToOffered()).When(Brought.Sign() with { KeyWorker = nobody }).Refused(RefusalCode.StaffUnknown);
        Known(Brought.ToActive()).When(new TermCommand.ChangeKeyWorker(nobody) { Reason = "Leave." }).Refused(RefusalCode.StaffUnknown);
        Known(Brought.ToEligible()).When(Brought.Offer(new ConditionTerms.RestorativeJustice(nobody))).Refused(RefusalCode.StaffUnknown);
        Known(Brought.ToEligible()).When(Brought.Offer(new ConditionTerms.Reparation(18, "Nowhere"))).Refused(RefusalCode.StaffUnknown);
        Known(Brought.ToEligible()).When(Brought.Offer(new ConditionTerms.Pathway(PathwayKind.DrugsAndAlcohol, "Nowhere"))).Refused(RefusalCode.StaffUnknown);
        new Case(Listed).When(Brought.Refer() with { Officer = nobody }).Refused(RefusalCode.StaffUnknown);
    }

    [Fact]
    public void The_id_decides_and_the_list_gives_the_rest()
    {
        var signed = Known(Brought.ToOffered()).When(Brought.Sign() with { KeyWorker = new StaffRef("KW\u20111\u200B", "Somebody else", "south", "thief@example.com") });
        Assert.Equal(Staff.KeyWorkers[0], signed.State.KeyWorker);
    }

    [Fact]
    public void A_list_that_is_not_kept_accepts_anybody() =>
        Assert.Equal("kw-404", Brought.ToOffered().When(Brought.Sign() with { KeyWorker = new StaffRef("kw-404", "Nobody") }).State.KeyWorker?.Id);

    private static Case Known(Case agreement)
    {
        agreement.RulesInForce = Listed;
        return agreement;
    }
}
