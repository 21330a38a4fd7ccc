using Diversion.Casework.Access;
using Diversion.Casework.Formatting;
using Diversion.Casework.Steps;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Donation;
using Diversion.Domain.Reading;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Conditions;

internal sealed class DonationDescriptor : ConditionDescriptor
{
    public override ConditionKind Kind => ConditionKind.Donation;

    public override string Hint => "Money for a charity, where no victim would like compensation. It is never paid through us.";

    public override bool HasUsualTerms => false;

    internal override string Plain(ConditionTerms terms, SchemeRules scheme) => Told(((ConditionTerms.Donation)terms).Pence);

    internal override string Plain(Condition condition, SchemeRules scheme) => Told(((DonationCondition)condition).Pence);

    internal override IEnumerable<string> OnPaper(ConditionTerms terms, SchemeRules scheme) =>
    [
        $"Give it to {((ConditionTerms.Donation)terms).Charity} within {Wording.Count((scheme.Donation ?? new DonationRules()).WithinWeeks, "week")}. Do not give the money to your key worker or to the police. Keep the receipt and show it.",
        "If you cannot pay in time, tell your key worker before the day.",
    ];

    internal override IReadOnlyList<EventEntry> Events { get; } =
    [
        EventEntry.Of<DonationEvent.DonationBegan>("donation.began"),
        EventEntry.Of<DonationEvent.DonationMade>("donation.made"),
        EventEntry.Of<DonationEvent.DonationTakenBack>("donation.taken-back"),
    ];

    internal override string Sentence(ConditionKindEvent happened) => happened switch
    {
        DonationEvent.DonationBegan e => $"The condition donation began: {MoneyText.Of(e.Pence)} by {Wording.At(e.By.Due)}.",
        DonationEvent.DonationMade e => $"The donation was made on {Words.Date(e.On)}.",
        DonationEvent.DonationTakenBack => "The donation was taken back: it was not made, or not like this.",
        _ => throw Wording.Missing(happened),
    };

    internal override string? Typed(ConditionKindEvent happened, RecordVisibility visible) =>
        happened is DonationEvent.DonationMade e && visible.Notes ? e.Receipt : null;

    internal override Beginning? Began(ConditionKindEvent happened) =>
        happened is DonationEvent.DonationBegan e ? new(e.ConditionId, new ConditionTerms.Donation(e.Pence, e.Charity)) : null;

    internal override ConditionView Show(ConditionView view, Condition condition, RecordVisibility visible, SchemeRules scheme)
    {
        var own = (DonationCondition)condition;
        return view with { Donation = new DonationView(own.Pence, own.Charity, own.MadeOn, visible.Notes ? own.Receipt : null) };
    }

    internal override IEnumerable<(string Key, string Value)> Facts(ConditionView condition, Condition state)
    {
        var own = (DonationCondition)state;
        yield return ("Donation", $"{MoneyText.Of(own.Pence)} to {own.Charity}");
        yield return ("Made", own.MadeOn is { } on ? $"{Words.Date(on)}{(condition.Donation?.Receipt is { } receipt ? $". {receipt}" : "")}" : $"Not yet, by {Words.Moment(own.By.Due)}");
    }

    internal override IReadOnlyList<ConditionTask> Tasks { get; } =
    [
        new(RuleIds.DonationMade, "made", "the donation", new("The donation", "Ask for the receipt and record the donation. If the person cannot pay, talk to the lead, who can change the condition."))
        {
            Command = CommandCatalogue.NameOf<DonationCommand.RecordDonation>(), Again = "the donation",
        },
    ];

    public override IReadOnlyList<Step> Steps { get; } =
    [
        Step.Of("Record the donation", "The donation was recorded.", answers => new DonationCommand.RecordDonation(answers.Condition, answers.Day, answers.Note!)) with
        {
            Explain = "The person gives the whole amount to the charity, never to us.",
            Day = new("On which day was it made?", "the day of the donation"),
            Note = new("What shows it?", "what shows the donation", "For example, the number of the receipt."),
        },
        Step.Of("Take back the donation", "The donation was taken back.", answers => new DonationCommand.TakeBackDonation(answers.Condition)) with
        {
            Explain = "For a donation that was recorded by mistake. It stays on the timeline. If the condition was kept because of it, the condition opens again.",
            Reason = new("Why do you take it back?", "the reason"),
        },
    ];

    private static string Told(int pence) => $"Give {MoneyText.Of(pence)} to a charity.";
}
