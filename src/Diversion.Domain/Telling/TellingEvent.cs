using Diversion.Domain.Agreements;

namespace Diversion.Domain.Telling;

public abstract record TellingEvent : AgreementEvent
{
    private TellingEvent()
    {
    }

    /// <summary>The person must be told about it.</summary>
    /// <param name="Number">Of the warning, version, extension or breach; 0 for an ending.</param>
    /// <param name="Owner">The key worker, or the officer when there is none.</param>
    /// <param name="Appointment">The appointment that it is about; null for everything else.</param>
    public sealed record PersonToBeTold(
        string News, NewsKind Kind, int Number, Instant Since, Schemes.Addressee Owner, Deadline By, AppointmentNews? Appointment = null) : TellingEvent;

    /// <param name="ToldAt">When somebody spoke to the person, or sent the letter, email or text.</param>
    /// <param name="CountsFrom">From when the person counts as told.</param>
    /// <param name="At">When it was recorded.</param>
    /// <param name="Corrected">It replaces what was recorded before.</param>
    public sealed record PersonTold(
        string News, ToldHow How, Instant ToldAt, Instant CountsFrom, string ToldBy, string? Said, Instant At, bool Corrected = false) : TellingEvent;

    /// <param name="Kind">What they answered: a warning or a proposed breach.</param>
    /// <param name="Declines">They do not wish to answer.</param>
    /// <param name="RecordedBy">The name of who recorded it.</param>
    /// <param name="Corrects">The number of the answer that it replaces.</param>
    /// <param name="Late">The breach had been decided before it was recorded.</param>
    /// <param name="TellLead">A lead is to see it at once: it came late, or a warning is contested, and no lead recorded it.</param>
    /// <param name="Decide">By when somebody decides now that the answer is there: a lead on a breach, a sergeant or another lead on a contested warning. Null when that day stays.</param>
    public sealed record PersonAnswered(
        int Number,
        string News,
        NewsKind Kind,
        AnsweredHow How,
        Instant AnsweredAt,
        string? Said,
        bool Declines,
        string? Through,
        string RecordedBy,
        Instant At,
        int? Corrects = null,
        bool Late = false,
        bool TellLead = false,
        Deadline? Decide = null) : TellingEvent;
}
