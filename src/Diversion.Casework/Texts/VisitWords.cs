using Diversion.Casework.Formatting;
using Diversion.Domain;
using Diversion.Domain.Visits;

namespace Diversion.Casework.Texts;

/// <summary>Appointments with services as text.</summary>
public static class VisitWords
{
    public static string Of(VisitStatus status) => status switch
    {
        VisitStatus.Booked => "booked",
        VisitStatus.Came => "came",
        VisitStatus.DidNotCome => "did not come",
        _ => "cancelled",
    };

    internal static string Of(VisitEvent happened) => happened switch
    {
        VisitEvent.VisitBooked e => $"An appointment with {e.Provider} ({e.Service.Name}) was booked for {Words.Moment(e.StartsAt)}{(e.Place is { } place ? $", {place}" : "")}. Whether the person came is recorded by {Wording.At(e.Outcome.Due)}; it never counts against them.",
        VisitEvent.VisitCancelled e => $"Appointment {e.Number} with a service was cancelled.",
        VisitEvent.VisitRecorded e => e.Came ? $"The person came to appointment {e.Number} with a service." : $"The person did not come to appointment {e.Number} with a service. It does not count against them.",
        _ => throw Wording.Missing(happened),
    };
}
