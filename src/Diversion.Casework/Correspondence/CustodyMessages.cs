using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.NoReoffending;

namespace Diversion.Casework.Correspondence;

/// <summary>
/// Whatever a custody notice says, somebody is told. No notice goes to other systems, and a mail does not say what it is:
/// it is criminal-offence data, and an arrest proves nothing.
/// </summary>
internal static class CustodyMessages
{
    public static void Received(MessageBuilder builder, NoReoffendingEvent.CustodyNoticeReceived e)
    {
        if (e.Read is { } read)
        {
            ToOfficer(builder, read, "A custody notice has come in about the person in this case, who has no agreement.");
            return;
        }

        if (builder.State.IsTerminal)
        {
            AlertMessages.LateNews(builder);
            return;
        }

        // A charge within the term is in the mail about the breach that it proposes.
        var proves = e is { Reoffending: true, Notice: CustodyNoticeKind.Charge or CustodyNoticeKind.Admission };
        Tell(builder, proves ? builder.Recipients.KeyWorker : [.. builder.Recipients.Leads, .. builder.Recipients.KeyWorker], "A custody notice has come in for this case.");
        if (!e.Reoffending && e.OffenceOn < builder.State.Term!.SignedOn)
        {
            Tell(builder, builder.Recipients.Officer, "A custody notice has come in for this case, about an offence of before the agreement was signed.");
        }
    }

    public static void Corrected(MessageBuilder builder, NoReoffendingEvent.CustodyNoticeCorrected e)
    {
        if (e.Read is { } read)
        {
            ToOfficer(builder, read, "A custody notice about the person in this case has been corrected.");
        }
        else
        {
            Tell(builder, [.. builder.Recipients.Leads, .. builder.Recipients.KeyWorker], "A custody notice of this case has been corrected. Read what has changed.");
        }
    }

    private static void Tell(MessageBuilder builder, IReadOnlyList<StaffRef> whom, string news) => builder.ToStaff(
        whom, "custody-notice", ("news", news), ("chargeBy", Wording.ChargeBy(builder.State.Referral.ChargeBy.Date)));

    private static void ToOfficer(MessageBuilder builder, Deadline read, string news) => builder.ToStaff(
        builder.Recipients.Officer, "custody-notice-officer", ("news", news), ("due", Wording.By(read.Due)));
}
