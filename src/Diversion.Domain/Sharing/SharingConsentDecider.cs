using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;

namespace Diversion.Domain.Sharing;

/// <summary>What the person says to a sharing agreement whose basis is their consent.</summary>
internal static class SharingConsentDecider
{
    public static Refusal? Record(DecisionContext context, ReferralCommand.RecordSharingConsent command)
    {
        var last = context.State.Referral.ConsentTo(command.Sharing);
        if (last?.Given == command.Given)
        {
            return null;
        }

        var agreed = context.Sharing?.FirstOrDefault(one => one.Number == command.Sharing);
        if (!command.Given && last is not null)
        {
            // A yes is withdrawn at any time, whatever became of the sharing agreement.
            Raise(context, last with { Given = false });
            return null;
        }

        if (agreed is not { NeedsConsent: true })
        {
            return new Refusal.Unknown(RefusalCode.SharingUnknown, "No sharing agreement with this number asks for the person’s consent. Open the case again and choose one there.");
        }

        if (!CasePartners.Of(context.State).Contains(agreed.Organisation))
        {
            return new Refusal.RuleForbids(RefusalCode.NotPartnerNow, $"{agreed.Organisation} does not work with the person now, so there is nothing to share. Ask once they do.");
        }

        Raise(context, new(agreed.Number, agreed.Organisation, agreed.Purpose, command.Given, context.Today, ""));
        return null;
    }

    private static void Raise(DecisionContext context, SharingConsent said) => context.Raise(
        new ReferralEvent.SharingConsentRecorded(said.Sharing, said.Organisation, said.Purpose, said.Given, context.Today, context.Command.By.Name));
}
