using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;

namespace Diversion.Domain.Referral;

/// <summary>What has to be known to meet the person, and what those who meet them have to be careful of.</summary>
internal static class CircumstancesDecider
{
    public static Refusal? Record(DecisionContext context, ReferralCommand.RecordCircumstances command)
    {
        if (command.Circumstances is not { } given)
        {
            return new Refusal.Invalid(RefusalCode.TextMissing, "Give the circumstances: all of them, as they are now.");
        }

        var read = new Circumstances(
            Line(given.Language), given.Interpreter, Prose(given.Adjustments), Prose(given.Literacy), Line(given.AppropriateAdult),
            Prose(given.Vulnerability), Prose(given.Caring), Line(given.BestTime), Line(given.EmergencyContact), ReferenceText.CleanOrNull(given.EmergencyPhone), Line(given.MeetAt), Line(given.WordsToAvoid));
        if (read.EmergencyPhone is { } phone && phone != context.State.Referral.Circumstances.EmergencyPhone && !Telephone.IsOne(phone))
        {
            return new Refusal.Invalid(RefusalCode.TelephoneInvalid, $"{Telephone.WouldTake}.");
        }

        if (read != context.State.Referral.Circumstances)
        {
            context.Raise(new ReferralEvent.CircumstancesRecorded(read));
        }

        return null;
    }

    public static Refusal? RecordStaffRisk(DecisionContext context, ReferralCommand.RecordStaffRisk command)
    {
        var risk = Prose(command.Risk);
        if (risk is null && !command.NoRisk)
        {
            return new Refusal.Invalid(RefusalCode.TextMissing, "Say what the risk is (risk), or that there is none any more (noRisk). Nothing was changed.");
        }

        if (risk is not null && command.NoRisk)
        {
            return new Refusal.Invalid(RefusalCode.ValueOutOfRange, "Say what the risk is (risk) or that there is none (noRisk), not both.");
        }

        if (risk != context.State.Referral.StaffRisk)
        {
            context.Raise(new ReferralEvent.StaffRiskRecorded(risk));
        }

        return null;
    }

    private static string? Line(string? text) => Given(PlainText.Clean(text ?? "", lines: false));

    private static string? Prose(string? text) => Given(PlainText.Clean(text ?? "", lines: true));

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
