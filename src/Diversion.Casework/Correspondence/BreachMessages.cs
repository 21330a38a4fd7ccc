using Diversion.Casework.Formatting;
using Diversion.Casework.Links;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Telling;

namespace Diversion.Casework.Correspondence;

/// <summary>Warnings, and a breach from the proposal to the decision.</summary>
internal static class BreachMessages
{
    public static void Warned(MessageBuilder builder, BreachEvent.WarningIssued e)
    {
        builder.Notice("warned", ("level", Words.Of(e.Level)), ("number", e.Number.ToString()));
        var failure = builder.State.Failures.LastOrDefault(counted => counted.Id == e.FailureId);
        builder.ToParticipant(
            e.Level == WarningLevel.First ? "participant-first-warning" : "participant-final-warning",
            ("why", Why(failure)));
    }

    public static void WarningWithdrawn(MessageBuilder builder) => builder.ToParticipant("participant-warning-withdrawn");

    public static void Proposed(MessageBuilder builder, BreachEvent.BreachProposed e)
    {
        builder.Notice("breach-proposed", ("number", e.Number.ToString()), ("decideBy", Wording.Iso(e.Decide.Due)));
        builder.ToStaff(
            builder.Recipients.Deciders,
            "breach-proposed",
            ("due", Wording.By(e.Decide.Due)),
            ("answer", e.AnswerUntil is { } until
                ? $"The person is told, and may answer until {Wording.By(until)}. You get an email when an answer comes or when the time is over. Before that, a breach is confirmed only with a reason for deciding earlier."
                : "Nobody waits for an answer of the person."),
            ("chargeBy", Wording.ChargeBy(builder.State.Referral.ChargeBy.Date)),
            ("rule", RuleTexts.Explain(e.Decide.Rule, builder.Scheme)));
    }

    /// <summary>To those who decide: the person has answered, and the time to decide has begun. To every lead: what came late, and what is said against a warning.</summary>
    public static void Answered(MessageBuilder builder, TellingEvent.PersonAnswered e)
    {
        if (e is { TellLead: true, Late: true })
        {
            builder.ToStaff(builder.Recipients.Leads, "answer-after-decision", ("chargeBy", Wording.ChargeBy(builder.State.Referral.ChargeBy.Date)));
        }
        else if (e.TellLead)
        {
            builder.ToStaff(
                builder.Recipients.Leads,
                "warning-contested",
                ("due", builder.State.Obligations.FirstOrDefault(open => open.Deadline.Rule == RuleIds.WarningContest && open.About().Item == e.News) is { } waits ? Wording.By(waits.Deadline.Due) : ""),
                ("chargeBy", Wording.ChargeBy(builder.State.Referral.ChargeBy.Date)));
        }
        else if (e.Kind == NewsKind.BreachProposed && builder.State.Breach is { } waiting)
        {
            builder.ToStaff(
                builder.Recipients.Deciders,
                "breach-answered",
                ("what", e.Declines ? "The person does not wish to answer the proposed breach." : "The person has answered the proposed breach."),
                ("due", Wording.By(waiting.Decide.Due)),
                ("chargeBy", Wording.ChargeBy(builder.State.Referral.ChargeBy.Date)));
        }
    }

    public static void AnswerTimeEnded(MessageBuilder builder) => builder.ToStaff(
        builder.Recipients.Deciders,
        "breach-answered",
        ("what", "The time to answer the proposed breach is over, and no answer has come."),
        ("due", Wording.By(builder.State.Breach!.Decide.Due)),
        ("chargeBy", Wording.ChargeBy(builder.State.Referral.ChargeBy.Date)));

    public static void TakenBack(MessageBuilder builder) =>
        builder.ToStaff(builder.Recipients.Leads.Concat(builder.Recipients.TeamManager), "failure-taken-back");

    public static void ChargeByAlerted(MessageBuilder builder, BreachEvent.ChargeByAlerted e)
    {
        // Not the charge-by rule itself: its text names the kind of offence.
        builder.ToStaff(
            builder.Recipients.Leads,
            "charge-by-alert",
            ("daysLeft", e.DaysLeft == 1 ? "1 day" : $"{e.DaysLeft} days"),
            ("chargeBy", Wording.ChargeBy(builder.State.Referral.ChargeBy.Date)),
            ("rule", RuleTexts.Explain(RuleIds.ChargeByAlert, builder.Scheme)));
    }

    public static void Decided(MessageBuilder builder, BreachEvent.BreachDecided e)
    {
        builder.Notice("breach-decided", ("number", e.Number.ToString()), ("decision", Words.Of(e.Decision)));

        // On a confirmed breach the officer gets the mail that hands the case back; a second one would only confuse.
        var told = e.Decision == BreachDecision.Confirm
            ? builder.Recipients.KeyWorker
            : builder.Recipients.KeyWorker.Concat(builder.Recipients.Officer);
        builder.ToStaff(told, "breach-decided", ("decision", Decision(e.Decision)), ("next", string.Join('\n', Next(e.Decision, TagIsOn(builder.State)))));
    }

    public static void Breached(MessageBuilder builder)
    {
        builder.Notice("breached");
        builder.ToStaff(
            builder.Recipients.Officer,
            "breached",
            ("breachFile", builder.Link(Addresses.BreachFile(builder.State.Id.Value))),
            ("chargeBy", Wording.ChargeBy(builder.State.Referral.ChargeBy.Date)));
    }

    internal static string Why(Failure? failure) => failure switch
    {
        null => "A manager has looked at your case. You can carry on with your agreement.",
        { Kind: FailureKind.AppointmentMissed } => $"You missed a meeting or session on {Wording.Day(failure.HappenedOn)}, and we do not know of a good reason.",
        { Kind: FailureKind.EvidenceNotProvided } => $"You missed a meeting or session on {Wording.Day(failure.HappenedOn)}, and we did not get proof of your reason in time.",
        { Kind: FailureKind.TagViolation } => $"On {Wording.Day(failure.HappenedOn)} you did not keep to the places and times in your agreement.",
        _ => "You did not do something that you agreed to do.",
    };

    private static string Decision(BreachDecision decision) => decision switch
    {
        BreachDecision.Confirm => "The breach is confirmed. The agreement has ended.",
        BreachDecision.Continue => "The agreement goes on, with a final warning.",
        BreachDecision.Vary => "The agreement goes on with changed conditions.",
        BreachDecision.Extend => "The agreement goes on with a later last day.",
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "No words for this decision."),
    };

    private static IEnumerable<string> Next(BreachDecision decision, bool tagIsOn)
    {
        yield return decision switch
        {
            BreachDecision.Confirm => "The case is back with the police officer. Tell the person, in person or by telephone, and cancel what is still booked.",
            BreachDecision.Continue => "Tell the person about the final warning, and talk about what would help them keep going.",
            BreachDecision.Vary => "Tell the person. Read the new version, have it signed and set up what is new.",
            BreachDecision.Extend => "Tell the person the new last day, and book the meetings up to it.",
            _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "No words for this decision."),
        };
        yield return "Record how and when you told them.";
        if (decision == BreachDecision.Confirm && tagIsOn)
        {
            yield return "The tag is still on. Have it taken off, and record the day.";
        }
    }

    private static bool TagIsOn(AgreementState state) => state.Conditions.Any(condition => condition is TagMonitoringCondition { IsWorn: true });
}
