using Diversion.Domain.Agreements;

namespace Diversion.Domain.OwnPage;

/// <summary>What lets the person in to their own page, "My agreement". A secret itself is nowhere kept.</summary>
/// <param name="Number">Counts what was given in this case, from 1.</param>
/// <param name="Hash">Of the link or the code that works now.</param>
/// <param name="FirstUseBy">It works no longer if nobody has used it by then.</param>
public sealed record OwnPageAccess(int Number, OwnPageWay Way, string Hash, Instant FirstUseBy)
{
    /// <summary>For a first use: until the next two or three meetings. Our own figure: no source has one.</summary>
    public const int FirstUseDays = 14;

    /// <summary>How long after the end the person can still read how it ended. Our own figure, as long as a first use.</summary>
    public const int DaysAfterEnd = 14;

    /// <summary>Whoever has the code and does not know the birth date is not the person.</summary>
    public const int MostWrongBirthDates = 5;

    /// <summary>When it was first used; null until then.</summary>
    public Instant? OpenedAt { get; init; }

    /// <summary>Wrong birth dates in a row.</summary>
    public int WrongBirthDates { get; init; }

    public bool Stopped { get; init; }

    /// <summary>Whether a page of the person's own can be read now, by whoever came in with what was given.</summary>
    /// <param name="number">Of what they came in with: what was given later takes its place.</param>
    public static bool IsOpen(AgreementState state, int number, Instant now) =>
        state is { OwnPage: { Stopped: false, OpenedAt: not null } access, Term: not null, HandedOver: null, IsErased: false }
        && access.Number == number && !IsLocked(access) && !IsOver(state, now);

    /// <summary>Whether somebody may still come in with it.</summary>
    internal static bool Works(AgreementState state, Instant now) =>
        state is { OwnPage: { Stopped: false } access, Term: not null, HandedOver: null, IsErased: false }
        && !IsLocked(access) && (access.OpenedAt is not null || now < access.FirstUseBy) && !IsOver(state, now);

    private static bool IsLocked(OwnPageAccess access) => access.WrongBirthDates >= MostWrongBirthDates;

    private static bool IsOver(AgreementState state, Instant now) => state.EndedAt is { } ended && now >= ended + Duration.FromDays(DaysAfterEnd);
}

/// <summary>How the person gets what lets them in.</summary>
public enum OwnPageWay
{
    /// <summary>A code that the worker prints.</summary>
    Code,

    /// <summary>A link by text, for one use; then they have a code of their own.</summary>
    Link,
}
