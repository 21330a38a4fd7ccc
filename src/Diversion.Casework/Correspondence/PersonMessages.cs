using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;

namespace Diversion.Casework.Correspondence;

/// <summary>Messages to the person whose time to be sent has come: consent, address and appointment are those of this moment.</summary>
internal static class PersonMessages
{
    public static Redirection Redirected(OutgoingMessage message, AgreementState state) => (message, state.Referral.Person) switch
    {
        (OutgoingMessage.Mail mail, { ContactConsent: true, Email: { } address }) when !string.IsNullOrWhiteSpace(address) => new Redirection.To(mail with { ToAddress = address }),
        (OutgoingMessage.Mail, _) => new Redirection.Stopped("The person no longer agrees to be written to by email."),
        (OutgoingMessage.Text { About: { } about }, _) when !IsStillToCome(about, state) => new Redirection.Stopped("The appointment was moved, held or cancelled before this could be sent."),
        (OutgoingMessage.Text text, { TextConsent: true } person) when MobileNumber.Read(person.Phone) is { } number => new Redirection.To(text with { ToNumber = number }),
        (OutgoingMessage.Text, _) => new Redirection.Stopped("The person no longer agrees to texts, or has no number that can be texted."),
        _ => new Redirection.To(message),
    };

    /// <summary>The detail of the person that the message went to; null for a message to somebody else.</summary>
    public static ContactField? ContactOf(OutgoingMessage message) => message switch
    {
        OutgoingMessage.Text => ContactField.Telephone,
        OutgoingMessage.Mail { ToParticipant: true } => ContactField.Email,
        _ => null,
    };

    private static bool IsStillToCome(AppointmentNews about, AgreementState state) =>
        (state.ConditionOrNull(about.ConditionId) as AppointmentCondition)?.AppointmentOrNull(about.AppointmentId) is { Status: AppointmentStatus.Scheduled } appointment
        && appointment.StartsAt == about.StartsAt;
}
