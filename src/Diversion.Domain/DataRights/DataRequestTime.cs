using Diversion.Domain.Time;

namespace Diversion.Domain.DataRights;

/// <summary>
/// The limit for answering a person who asks about their own data: one month from receipt, and two more where it is complex
/// (UK GDPR art. 12(3); Data Protection Act 2018 s.54). Law, and so no setting of a scheme.
/// </summary>
public static class DataRequestTime
{
    public const int Months = 1;
    public const int MonthsExtended = 3;

    /// <summary>
    /// The same day of the later month, or its last day if it is shorter; the next working day if that is none (Information
    /// Commissioner's Office, guide to subject access).
    /// </summary>
    public static LocalDate Due(LocalDate receivedOn, int months, WorkingCalendar calendar)
    {
        var day = receivedOn.PlusMonths(months);
        return calendar.IsWorkingDay(day) ? day : calendar.AddWorkingDays(day, 1);
    }
}
