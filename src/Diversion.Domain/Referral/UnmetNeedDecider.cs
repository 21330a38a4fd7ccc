using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;

namespace Diversion.Domain.Referral;

/// <summary>Needs that no service meets.</summary>
internal static class UnmetNeedDecider
{
    /// <summary>In one case: more than a person can have.</summary>
    private const int Most = 30;

    public static Refusal? Record(DecisionContext context, ReferralCommand.RecordUnmetNeed command)
    {
        if (!Enum.IsDefined(command.Need) || !Enum.IsDefined(command.Because))
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Give the need (a pathway) and why nothing meets it (because: noService, tooFar, full, doesNotTakeThem, cannotUseIt).");
        }

        var known = context.State.Referral.UnmetNeeds;
        if (known.Any(one => one.MetOn is null && one.Need == command.Need && one.Because == command.Because))
        {
            return null;
        }

        if (known.Length >= Most)
        {
            return new Refusal.RuleForbids(RefusalCode.TooManyUnmetNeeds, $"{Most} needs that no service meets are recorded for this person already. Record what else matters as a note.");
        }

        var what = PlainText.Clean(command.What ?? "", lines: true);
        context.Raise(new ReferralEvent.UnmetNeedRecorded(known.Length + 1, command.Need, command.Because, what.Length == 0 ? null : what, context.Today, context.Command.By.Name));
        return null;
    }

    public static Refusal? Meet(DecisionContext context, ReferralCommand.MeetUnmetNeed command)
    {
        var known = context.State.Referral.UnmetNeeds.FirstOrDefault(one => one.Number == command.Number);
        if (known is null)
        {
            return new Refusal.Unknown(RefusalCode.UnmetNeedUnknown, $"The case has no unmet need {command.Number}. Open the case and choose one there.");
        }

        if (known.MetOn is null)
        {
            context.Raise(new ReferralEvent.UnmetNeedMet(known.Number, context.Today));
        }

        return null;
    }
}
