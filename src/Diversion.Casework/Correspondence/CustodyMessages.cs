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
    public static void Received(Postbag post, NoReoffendingEvent.CustodyNoticeReceived e)
    {
        if (e.Read is { } read)
        {
            ToOfficer(post, read, "A custody notice has come in about the person in this case, who has no agreement.");
            return;
        }

        if (post.State.IsTerminal)
        {
            AlertMessages.LateNews(post);
            return;
        }

        // A charge within the term is in the mail about the breach that it proposes.
        var proves = e is { Reoffending: true, Notice: CustodyNoticeKind.Charge or CustodyNoticeKind.Admission };
        Tell(post, proves ? post.Recipients.KeyWorker : [.. post.Recipients.Leads, .. post.Recipients.KeyWorker], "A custody notice has come in for this case.");
        if (!e.Reoffending && e.OffenceOn < post.State.Term!.SignedOn)
        {
            Tell(post, post.Recipients.Officer, "A custody notice has come in for this case, about an offence of before the agreement was signed.");
        }
    }

    public static void Corrected(Postbag post, NoReoffendingEvent.CustodyNoticeCorrected e)
    {
        if (e.Read is { } read)
        {
            ToOfficer(post, read, "A custody notice about the person in this case has been corrected.");
        }
        else
        {
            Tell(post, [.. post.Recipients.Leads, .. post.Recipients.KeyWorker], "A custody notice of this case has been corrected. Read what has changed.");
        }
    }

    private static void Tell(Postbag post, IReadOnlyList<StaffRef> whom, string news) => post.ToStaff(
        whom, "custody-notice", ("news", news), ("chargeBy", Wording.ChargeBy(post.State.Referral.ChargeBy.Date)));

    private static void ToOfficer(Postbag post, Deadline read, string news) => post.ToStaff(
        post.Recipients.Officer, "custody-notice-officer", ("news", news), ("due", Wording.By(read.Due)));
}
