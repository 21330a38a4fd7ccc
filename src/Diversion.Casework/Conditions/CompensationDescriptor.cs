using Diversion.Casework.Access;
using Diversion.Casework.Formatting;
using Diversion.Casework.Steps;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Compensation;
using Diversion.Domain.Reading;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Conditions;

internal sealed class CompensationDescriptor : ConditionDescriptor
{
    public override ConditionKind Kind => ConditionKind.Compensation;

    public override bool HasUsualTerms => false;

    public override string Hint => "Money for the victim, paid to them or to the court and never through us.";

    internal override string Plain(ConditionTerms terms, SchemeRules scheme)
    {
        var own = (ConditionTerms.Compensation)terms;
        return Told(own.Pence, own.Payments, own.EveryWeeks);
    }

    internal override string Plain(Condition condition, SchemeRules scheme)
    {
        var own = (CompensationCondition)condition;
        return Told(own.Pence, own.Instalments.Length, own.EveryWeeks);
    }

    internal override IEnumerable<string> OnPaper(ConditionTerms terms, SchemeRules scheme) =>
    [
        "Your key worker tells you how to pay. Do not give the money to your key worker or to the police. Keep the receipt and show it.",
        "If you cannot pay in time, tell your key worker before the day.",
    ];

    internal override IReadOnlyList<EventEntry> Events { get; } =
    [
        EventEntry.Of<CompensationEvent.CompensationBegan>("compensation.began"),
        EventEntry.Of<CompensationEvent.PaymentRecorded>("compensation.payment-recorded"),
        EventEntry.Of<CompensationEvent.PaymentTakenBack>("compensation.payment-taken-back"),
        EventEntry.Of<CompensationEvent.VictimChangedMind>("compensation.victim-changed-mind"),
    ];

    internal override string Sentence(ConditionKindEvent happened) => happened switch
    {
        CompensationEvent.CompensationBegan e =>
            $"The condition compensation began: {MoneyText.Of(e.Pence)} in {Wording.Count(e.Instalments.Length, "payment")}, the last by {Wording.At(e.Instalments[^1].By.Due)}.",
        CompensationEvent.PaymentRecorded e => $"A payment of {MoneyText.Of(e.Pence)} on {Words.Date(e.On)} was recorded.",
        CompensationEvent.PaymentTakenBack e => $"A payment of {MoneyText.Of(e.Pence)} was taken back: it was not made, or not like this.",
        CompensationEvent.VictimChangedMind e => e.Wants ? "The victim changed their mind and wants the compensation." : "The victim changed their mind and does not want the compensation.",
        _ => throw Wording.Missing(happened),
    };

    internal override string? Typed(ConditionKindEvent happened, RecordVisibility visible) =>
        happened is CompensationEvent.PaymentRecorded e && visible.Notes ? e.Receipt : null;

    internal override Beginning? Began(ConditionKindEvent happened) => happened is CompensationEvent.CompensationBegan e
        ? new(e.ConditionId, new ConditionTerms.Compensation(e.Pence, e.Instalments.Length, e.EveryWeeks, e.Victim))
        : null;

    internal override ConditionView Show(ConditionView view, Condition condition, RecordVisibility visible, SchemeRules scheme)
    {
        var own = (CompensationCondition)condition;
        return view with
        {
            Compensation = new CompensationView(
                own.Pence,
                own.PaidPence,
                [.. own.Instalments.Select(instalment => new InstalmentView(instalment.Number, instalment.Pence, instalment.By.Due))],
                [.. own.Payments.Select(payment => visible.Notes ? payment : payment with { Receipt = "" })]),
        };
    }

    internal override IEnumerable<(string Key, string Value)> Facts(ConditionView condition, Condition state)
    {
        var own = (CompensationCondition)state;
        if (own.Unwanted)
        {
            yield return ("The victim changed their mind", "They do not want the compensation");
        }

        yield return ("Paid", $"{(own.PaidPence == 0 ? "Nothing" : MoneyText.Of(own.PaidPence))} of {MoneyText.Of(own.Pence)}");
        foreach (var payment in condition.Compensation?.Payments ?? [])
        {
            yield return ($"Payment of {Words.Date(payment.On)}", $"{MoneyText.Of(payment.Pence)}{(payment.Receipt.Length > 0 ? $". {payment.Receipt}" : "")}");
        }

        if (own is { IsOpen: true, Unwanted: false } && own.Open.FirstOrDefault() is { } next)
        {
            yield return ("Next payment", $"{MoneyText.Of(Math.Min(next.Pence, own.OwedPence - own.Open.Skip(1).Sum(later => later.Pence)))} by {Words.Moment(next.By.Due)}");
        }
    }

    internal override IReadOnlyList<ConditionTask> Tasks { get; } =
    [
        new(RuleIds.CompensationPayment, "payment", "a payment of compensation", new("A payment of compensation", "Ask for the receipt and record the payment, or the part that was paid. If the person cannot pay, talk to the lead, who can change the condition."))
        {
            Command = CommandCatalogue.NameOf<CompensationCommand.RecordPayment>(), Again = "a payment of compensation",
        },
    ];

    internal override string? Item(Condition condition, string item) => condition is CompensationCondition own
        ? own.Payments.FirstOrDefault(payment => payment.Id == item) is { } paid ? $"payment of {MoneyText.Of(paid.Pence)} on {Words.Date(paid.On)}"
            : own.Instalments.FirstOrDefault(instalment => $"{instalment.Number}" == item) is { } due ? $"compensation, payment {due.Number} of {own.Instalments.Length}" : null
        : null;

    internal override string? Subject(AgreementState state, ConditionCommand command) =>
        command is CompensationCommand.TakeBackPayment own && state.ConditionOrNull(own.ConditionId) is { } condition ? Item(condition, own.PaymentId) : null;

    public override IReadOnlyList<Step> Steps { get; } =
    [
        Step.Of("Record a payment", "The payment was recorded.", answers =>
            new CompensationCommand.RecordPayment(answers.Condition, answers.NewId, answers.Line!, answers.Day, answers.Note!)) with
        {
            Explain = "The person pays the victim or the court, never us. Record what has been paid, also if it is only a part.",
            Line = new("How much was paid, in pounds?", "how much was paid", "For example, 20 or 20.50"),
            Day = new("On which day was it paid?", "the day of the payment"),
            Note = new("What shows it?", "what shows the payment", "For example, the number of the receipt, or that the victim said so. Not the victim’s bank details."),
            Button = "Record the payment",
        },
        Step.Of("Take back a payment", "The payment was taken back.", answers => new CompensationCommand.TakeBackPayment(answers.Condition, answers.Item)) with
        {
            Explain = "For a payment that was recorded by mistake. It stays on the timeline. If the condition was kept because of it, the condition opens again.",
            Reason = new("Why do you take it back?", "the reason"),
        },
    ];

    private static string Told(int pence, int payments, int everyWeeks) =>
        $"Pay {MoneyText.Of(pence)} to make up for the loss or damage, {(payments == 1 ? $"within {Wording.Count(everyWeeks, "week")} of signing" : $"in {payments} payments, one every {(everyWeeks == 1 ? "week" : $"{everyWeeks} weeks")}")}.";
}
