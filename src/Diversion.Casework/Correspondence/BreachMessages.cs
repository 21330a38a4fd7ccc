using Diversion.Domain;
using Diversion.Domain.Breach;

namespace Diversion.Casework.Correspondence;

/// <summary>Warnings, and a breach from the proposal to the decision.</summary>
internal static class BreachMessages
{
    public static void Warned(Postbag post, BreachEvent.WarningIssued e)
    {
        post.Notice("warned", ("level", Words.Of(e.Level)), ("number", e.Number.ToString()));
        var failure = post.State.Failures.FirstOrDefault(counted => counted.Id == e.FailureId);
        post.ToParticipant(
            e.Level == WarningLevel.First ? "participant-first-warning" : "participant-final-warning",
            ("why", Why(failure?.Kind)));
    }

    public static void WarningWithdrawn(Postbag post) => post.ToParticipant("participant-warning-withdrawn");

    public static void Proposed(Postbag post, BreachEvent.BreachProposed e)
    {
        post.Notice("breach-proposed", ("number", e.Number.ToString()), ("decideBy", Wording.Iso(e.Decide.Due)));
        post.ToStaff(
            post.Recipients.Deciders,
            "breach-proposed",
            ("due", Wording.By(e.Decide.Due)),
            ("chargeBy", Wording.ChargeBy(post.State.Referral.ChargeBy.Date)),
            ("rule", RuleTexts.Explain(e.Decide.Rule, post.Scheme)));
    }

    public static void ChargeByAlerted(Postbag post, BreachEvent.ChargeByAlerted e)
    {
        // Not the charge-by rule itself: its words name the kind of offence.
        post.ToStaff(
            post.Recipients.Leads,
            "charge-by-alert",
            ("daysLeft", e.DaysLeft == 1 ? "1 day" : $"{e.DaysLeft} days"),
            ("chargeBy", Wording.ChargeBy(post.State.Referral.ChargeBy.Date)),
            ("rule", RuleTexts.Explain(RuleIds.ChargeByAlert, post.Scheme)));
    }

    public static void Decided(Postbag post, BreachEvent.BreachDecided e)
    {
        post.Notice("breach-decided", ("number", e.Number.ToString()), ("decision", Words.Of(e.Decision)));

        // On a confirmed breach the officer gets the mail that hands the case back; two would only blur what to do.
        var told = e.Decision == BreachDecision.Confirm
            ? post.Recipients.KeyWorker
            : post.Recipients.KeyWorker.Concat(post.Recipients.Officer);
        post.ToStaff(told, "breach-decided", ("decision", Decision(e.Decision)), ("next", Next(e.Decision)));
    }

    public static void Breached(Postbag post)
    {
        post.Notice("breached");
        post.ToStaff(
            post.Recipients.Officer,
            "breached",
            ("breachFile", post.Link("/breach-file")),
            ("chargeBy", Wording.ChargeBy(post.State.Referral.ChargeBy.Date)));
    }

    private static string Why(FailureKind? kind) => kind switch
    {
        FailureKind.AppointmentMissed => "You missed a meeting or session, and we do not know of a good reason.",
        FailureKind.EvidenceNotProvided => "You missed a meeting or session, and we did not get proof of your reason in time.",
        FailureKind.TagViolation => "You did not keep to the places and times in your agreement.",
        null => "A manager has looked at your case. You can carry on with your agreement.",
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

    private static string Next(BreachDecision decision) => decision switch
    {
        BreachDecision.Confirm => "The case is back with the police officer. Tell the participant today, in person or by phone, and cancel what is still booked.",
        BreachDecision.Continue => "Talk to the participant this week about what would help them keep going.",
        BreachDecision.Vary => "Open the case, read the new version and set up what is new.",
        BreachDecision.Extend => "Open the case, see the new last day and book the meetings up to it.",
        _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, "No words for this decision."),
    };
}
