using Diversion.Casework.Conditions;
using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using NodaTime.Text;

namespace Diversion.Casework.Correspondence;

/// <summary>While the agreement runs, and how it ends without a breach.</summary>
internal static class TermMessages
{
    public static void KeyWorkerChanged(MessageBuilder builder)
    {
        builder.Notice("key-worker-changed");
        builder.ToParticipant("participant-key-worker-changed");
        builder.ToStaff(builder.Recipients.KeyWorker, "key-worker-named", ("lastDay", Wording.Day(builder.State.Term!.LastDay)));
    }

    public static void TeamAsked(MessageBuilder builder, TransferEvent.TeamAsked e) => builder.ToStaff(
        builder.Recipients.ReceivingManager, "team-asked", ("answer", Wording.By(e.Answer.Due)), ("rule", RuleTexts.Explain(e.Answer.Rule, builder.Scheme)));

    public static void TransferredOut(MessageBuilder builder)
    {
        builder.Notice("transferred-out");
        builder.ToStaff([.. builder.Recipients.KeyWorker, .. builder.Recipients.Officer], "transferred-out", ("chargeBy", Wording.ChargeBy(builder.State.Referral.ChargeBy.Date)));
    }

    public static void TakenBack(MessageBuilder builder)
    {
        builder.Notice("taken-back");
        builder.ToStaff([.. builder.Recipients.KeyWorker, .. builder.Recipients.Officer], "taken-back");
    }

    /// <summary>The person gets a new key worker, as with any other change.</summary>
    public static void Received(MessageBuilder builder)
    {
        builder.Notice("transferred-in");
        builder.ToParticipant("participant-key-worker-changed");
        builder.ToStaff(builder.Recipients.KeyWorker, "key-worker-named", ("lastDay", Wording.Day(builder.State.Term!.LastDay)));
        builder.ToStaff(builder.Recipients.Officer, "transferred-in", ("chargeBy", Wording.ChargeBy(builder.State.Referral.ChargeBy.Date)));
    }

    public static void Varied(MessageBuilder builder, TermEvent.AgreementVaried e)
    {
        builder.Notice("varied", ("version", e.Version.ToString()));
        builder.ToParticipant(
            "participant-varied",
            ("conditions", string.Join('\n', Standing(builder.State).Select(condition => ConditionTexts.Plain(condition, builder.Scheme)).Distinct())),
            ("lastDay", Wording.Day(builder.State.Term!.LastDay)));
    }

    public static void Extended(MessageBuilder builder, TermEvent.TermExtended e)
    {
        builder.Notice("extended", ("lastDay", LocalDatePattern.Iso.Format(e.LastDay)), ("endsAt", Wording.Iso(e.EndsAt)));
        builder.ToParticipant("participant-extended", ("lastDay", Wording.Day(e.LastDay)));
    }

    public static void ConcludingBegan(MessageBuilder builder, TermEvent.ConcludingBegan e) => builder.ToStaff(
        builder.Recipients.KeyWorker,
        "concluding-began",
        ("until", Wording.By(e.Until)),
        ("open", Open(builder, e.Open)),
        ("rule", RuleTexts.Explain(RuleIds.ConcludingEnd, builder.Scheme)));

    public static void ConcludingExpired(MessageBuilder builder, TermEvent.ConcludingExpired e) => builder.ToStaff(
        builder.Recipients.Leads,
        "concluding-expired",
        ("open", Open(builder, e.Open)),
        ("rule", RuleTexts.Explain(RuleIds.ConcludingEnd, builder.Scheme)),
        ("chargeBy", Wording.ChargeBy(builder.State.Referral.ChargeBy.Date)));

    public static void Completed(MessageBuilder builder)
    {
        var outcome = builder.Scheme.RouteOrUsual(builder.State.Referral.Facts.Route).OutcomeCode;
        builder.Notice("completed", ("outcomeCode", outcome));
        builder.ToParticipant("participant-completed", ("stillToDo", string.Join('\n', LetterWriter.StillToDo(builder.State))));
        builder.ToStaff(builder.Recipients.Officer, "completed", ("outcomeCode", outcome));
    }

    public static void Discontinued(MessageBuilder builder)
    {
        builder.Notice("discontinued");
        builder.ToStaff(builder.Recipients.Officer, "discontinued", ("chargeBy", Wording.ChargeBy(builder.State.Referral.ChargeBy.Date)));
    }

    internal static IEnumerable<Condition> Standing(AgreementState state) =>
        state.Conditions.Where(condition => condition.Status is not (ConditionStatus.Waived or ConditionStatus.Substituted));

    /// <summary>One line for each condition or obligation that is not settled.</summary>
    private static string Open(MessageBuilder builder, IEnumerable<string> open) => string.Join('\n', open
        .Select(id => builder.State.ConditionOrNull(id) is { } condition
            ? $"The condition: {ConditionDescriptors.Of(condition.Kind).ShortName}"
            : builder.State.Obligations.FirstOrDefault(promise => promise.Id == id) is { } owed
                ? TaskTexts.Of(owed.Deadline.Rule, owed.Id).What
                : id)
        .Distinct());
}
