using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Telling;

namespace Diversion.Domain.Referral;

/// <summary>
/// The person's number or email address turned out to take no messages. Somebody asks them for the right one; until then nothing
/// more goes there, and what they have to be told goes by letter. Saving the contact details puts it right, also unchanged: then
/// the number or address was confirmed.
/// </summary>
internal static class FailingContact
{
    public const int CorrectWorkingDays = 2;

    public static string IdOf(ContactField field) => $"contact/{(field == ContactField.Email ? "email" : "telephone")}";

    /// <summary>By when it is put right; null when it is known to fail already, or nobody needs it any more.</summary>
    public static Deadline? Owed(DecisionContext context, ContactField field) =>
        context.State.IsTerminal || context.State.HasObligation(IdOf(field)) ? null : context.InWorkingDays(RuleIds.ContactFails, CorrectWorkingDays);

    public static void Follow(DecisionContext context)
    {
        if (context.State.Status.IsRunning())
        {
            PersonObligations.TellOfAppointments(context);
        }
    }

    public static AgreementState Began(AgreementState state, ContactField field, Deadline? correct) =>
        (state with { Referral = state.Referral with { Failing = [.. state.Referral.Failing.Remove(field), field] } })
        .WithObligation(IdOf(field), Tracks.Person, correct, state.KeyWorker is null ? Addressee.PoliceOfficer : Addressee.KeyWorker);

    public static AgreementState Ended(AgreementState state, ContactField field) => state.Referral.Failing.Contains(field)
        ? (state with { Referral = state.Referral with { Failing = state.Referral.Failing.Remove(field) } }).Settled(IdOf(field))
        : state;
}
