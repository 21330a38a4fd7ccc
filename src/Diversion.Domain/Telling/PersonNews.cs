using System.Globalization;

namespace Diversion.Domain.Telling;

/// <summary>Something that the person has to be told.</summary>
/// <param name="Id">Unique in the agreement: <c>warning-1</c>, <c>version-2</c>, <c>completion</c>.</param>
/// <param name="Number">Of the warning, version, extension or breach; 0 for an ending.</param>
/// <param name="Since">When it happened: nobody can have been told before.</param>
/// <param name="Told">How the person was told; null until somebody has recorded it.</param>
/// <param name="Void">It no longer has to be told: the warning was withdrawn, the breach decided, or the person has died.</param>
public sealed record PersonNews(string Id, NewsKind Kind, int Number, Instant Since, Told? Told = null, bool Void = false)
{
    /// <summary>The booked appointment that it is about, with its condition; null for everything else.</summary>
    public AppointmentNews? Appointment { get; init; }

    public static string IdOf(NewsKind kind, int number) => kind switch
    {
        NewsKind.Warning => $"warning-{number}",
        NewsKind.Variation => $"version-{number}",
        NewsKind.Extension => $"extension-{number}",
        NewsKind.BreachProposed => $"breach-proposed-{number}",
        NewsKind.BreachDecided => $"breach-decided-{number}",
        NewsKind.WarningWithdrawn => $"warning-withdrawn-{number}",
        NewsKind.WarningUpheld => $"warning-upheld-{number}",
        NewsKind.Discontinuation => "discontinuation",
        NewsKind.Signing => "agreement",
        NewsKind.Appointment => $"appointment-{number}",
        _ => "completion",
    };

    /// <summary>What an id stands for, with its number; null when it is none.</summary>
    public static (NewsKind Kind, int Number)? Read(string id)
    {
        var dash = id.LastIndexOf('-');
        var number = int.TryParse(id.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        foreach (var kind in Enum.GetValues<NewsKind>())
        {
            if (IdOf(kind, number) == id)
            {
                return (kind, number);
            }
        }

        return null;
    }
}

/// <summary>A booked appointment that the person has to be told of.</summary>
public sealed record AppointmentNews(string ConditionId, string AppointmentId, Instant StartsAt)
{
    /// <summary>Ids of the later ones of the same condition that were booked with it: one letter tells of all. Null for one that was booked by itself.</summary>
    public ImmutableArray<string>? Others { get; init; }

    public IEnumerable<string> All => Others is { } others ? others.Prepend(AppointmentId) : [AppointmentId];

    public bool Covers(string conditionId, string appointmentId) => ConditionId == conditionId && All.Contains(appointmentId);
}

/// <summary>How the person was told.</summary>
/// <param name="At">When somebody spoke to the person, or sent the letter, email or text.</param>
/// <param name="CountsFrom">From when the person counts as told: later than <paramref name="At"/> for a letter, which takes
/// two working days.</param>
/// <param name="By">The name of who told them.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record Told(ToldHow How, Instant At, Instant CountsFrom, string By, string? Said, Instant RecordedAt);

public enum NewsKind
{
    Warning,
    Variation,
    Extension,
    BreachProposed,
    BreachDecided,
    Discontinuation,
    Completion,

    /// <summary>A warning that the person had been told of does not count any more.</summary>
    WarningWithdrawn,

    /// <summary>The person contested a warning, and it stays.</summary>
    WarningUpheld,

    /// <summary>The agreement was signed. News only for whoever cannot be sent an email: a letter takes its place.</summary>
    Signing,

    /// <summary>An appointment was booked. News only for whoever cannot be sent an email.</summary>
    Appointment,
}

public enum ToldHow
{
    InPerson,
    Telephone,

    /// <summary>Sent by post. A letter that was handed over is <see cref="InPerson"/>.</summary>
    Letter,
    Email,
    Text,
}
