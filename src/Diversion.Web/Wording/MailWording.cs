using Diversion.Casework.Messages;
using Diversion.Casework.Streams;
using Diversion.Domain;
using Diversion.Domain.Time;

namespace Diversion.Web.Wording;

/// <summary>Whether the person was emailed, for the worker who has to tell them; without the address.</summary>
public static class MailWording
{
    public const string None = "No email about this was sent to the person.";

    public static string Of(PersonMail mail)
    {
        var at = mail.At.InZone(WorkingCalendar.Zone);
        return mail switch
        {
            { Status: DeliveryStatus.Sent } => $"Email sent on {Words.Date(at.Date)} at {Words.Time(at.TimeOfDay)} to the person.",
            { Status: DeliveryStatus.GivenUp } => "The email to the person could not be delivered. Tell them another way.",
            { Status: DeliveryStatus.Stopped } => "The email was not sent: the person does not agree to emails any more.",
            { Tries: > 0 } => "The email to the person could not be delivered yet. It is tried again.",
            _ => "An email to the person is on its way.",
        };
    }
}
