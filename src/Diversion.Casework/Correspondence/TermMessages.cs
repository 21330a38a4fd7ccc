using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Term;
using NodaTime.Text;

namespace Diversion.Casework.Correspondence;

/// <summary>While the agreement runs, and how it ends without a breach.</summary>
internal static class TermMessages
{
    /// <summary>"No further action" by community resolution or diversion: Home Office outcome 22.</summary>
    public const string OutcomeCode = "22";

    public static void Reminded(Postbag post, AppointmentEvent.ParticipantReminded e)
    {
        // Only supervision is a meeting with the key worker; naming the kind of session would reveal what the support is for.
        var supervision = post.State.ConditionOrNull(e.ConditionId)?.Kind == ConditionKind.Supervision;
        var minutes = (post.State.ConditionOrNull(e.ConditionId) as AppointmentCondition)?.AppointmentOrNull(e.AppointmentId)?.Minutes ?? 0;
        post.ToParticipant(
            "participant-reminder",
            ("what", supervision ? "meeting" : "session"),
            ("day", Wording.Day(e.StartsAt)),
            ("time", Wording.Time(e.StartsAt)),
            ("length", Length(minutes)));
    }

    public static void KeyWorkerChanged(Postbag post)
    {
        post.Notice("key-worker-changed");
        post.ToParticipant("participant-key-worker-changed");
        post.ToStaff(post.Recipients.KeyWorker, "key-worker-named", ("lastDay", Wording.Day(post.State.Term!.LastDay)));
    }

    public static void Varied(Postbag post, TermEvent.AgreementVaried e)
    {
        post.Notice("varied", ("version", e.Version.ToString()));
        post.ToParticipant(
            "participant-varied",
            ("conditions", string.Join('\n', Standing(post.State).Select(condition => ConditionTexts.Plain(condition, post.Scheme)).Distinct())),
            ("lastDay", Wording.Day(post.State.Term!.LastDay)));
    }

    public static void Extended(Postbag post, TermEvent.TermExtended e)
    {
        post.Notice("extended", ("lastDay", LocalDatePattern.Iso.Format(e.LastDay)), ("endsAt", Wording.Iso(e.EndsAt)));
        post.ToParticipant("participant-extended", ("lastDay", Wording.Day(e.LastDay)));
    }

    public static void ConcludingBegan(Postbag post, TermEvent.ConcludingBegan e) => post.ToStaff(
        post.Recipients.KeyWorker,
        "concluding-began",
        ("until", Wording.By(e.Until)),
        ("open", Open(post, e.Open)),
        ("rule", RuleTexts.Explain(RuleIds.ConcludingEnd, post.Scheme)));

    public static void ConcludingExpired(Postbag post, TermEvent.ConcludingExpired e) => post.ToStaff(
        post.Recipients.Leads,
        "concluding-expired",
        ("open", Open(post, e.Open)),
        ("rule", RuleTexts.Explain(RuleIds.ConcludingEnd, post.Scheme)),
        ("chargeBy", Wording.ChargeBy(post.State.Referral.ChargeBy.Date)));

    public static void Completed(Postbag post)
    {
        post.Notice("completed", ("outcomeCode", OutcomeCode));
        post.ToParticipant("participant-completed", ("stillToDo", string.Join('\n', LetterWriter.StillToDo(post.State))));
        post.ToStaff(post.Recipients.Officer, "completed", ("outcomeCode", OutcomeCode));
    }

    public static void Discontinued(Postbag post)
    {
        post.Notice("discontinued");
        post.ToStaff(post.Recipients.Officer, "discontinued", ("chargeBy", Wording.ChargeBy(post.State.Referral.ChargeBy.Date)));
    }

    internal static IEnumerable<Condition> Standing(AgreementState state) =>
        state.Conditions.Where(condition => condition.Status is not (ConditionStatus.Waived or ConditionStatus.Substituted));

    /// <summary>One line for each condition or obligation that is not settled.</summary>
    private static string Open(Postbag post, IEnumerable<string> open) => string.Join('\n', open
        .Select(id => post.State.ConditionOrNull(id) is { } condition
            ? $"The condition: {ConditionTexts.Short(condition.Kind)}"
            : post.State.Obligations.FirstOrDefault(promise => promise.Id == id) is { } owed
                ? TaskTexts.Of(owed.Deadline.Rule).What
                : id)
        .Distinct());

    private static string Length(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => $"{rest} minutes",
        (1, 0) => "1 hour",
        (var hours, 0) => $"{hours} hours",
        (1, var rest) => $"1 hour and {rest} minutes",
        var (hours, rest) => $"{hours} hours and {rest} minutes",
    };
}
