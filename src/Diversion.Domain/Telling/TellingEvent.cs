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
    public sealed record PersonToBeTold(string News, NewsKind Kind, int Number, Instant Since, Schemes.Addressee Owner, Deadline By) : TellingEvent;

    /// <param name="ToldAt">When somebody spoke to the person, or sent the letter, email or text.</param>
    /// <param name="CountsFrom">From when the person counts as told.</param>
    /// <param name="At">When it was recorded.</param>
    /// <param name="Corrected">It replaces what was recorded before.</param>
    public sealed record PersonTold(
        string News, ToldHow How, Instant ToldAt, Instant CountsFrom, string ToldBy, string? Said, Instant At, bool Corrected = false) : TellingEvent;
}
