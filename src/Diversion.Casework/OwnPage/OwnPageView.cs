using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using NodaTime;

namespace Diversion.Casework.OwnPage;

/// <summary>What the person reads of their own case. Nothing in it names the offence, a victim or what staff wrote.</summary>
/// <param name="ToCome">Meetings, sessions and appointments with services, the next first.</param>
/// <param name="Agreed">What they agreed that still stands or is done.</param>
/// <param name="Hours">Left out where nobody works hours.</param>
/// <param name="Worker">Who meets them now.</param>
public sealed record OwnPageView(
    string FirstName,
    bool HasEnded,
    LocalDate LastDay,
    IReadOnlyList<OwnAppointment> ToCome,
    IReadOnlyList<OwnCondition> Agreed,
    OwnHours? Hours,
    IReadOnlyList<string> Goals,
    string? Worker,
    string? Phone)
{
    /// <summary>What goes on after the last day; empty until it is planned.</summary>
    public IReadOnlyList<OwnContinuation> Afterwards { get; init; } = [];

    /// <summary>Who rings them after the end; null until that is agreed.</summary>
    public string? Caller { get; init; }

    /// <summary>The code of the language that they speak, of those that we write.</summary>
    public required string Language { get; init; }
}

/// <param name="Item">The id; null for one that they cannot tell us about here.</param>
/// <param name="Told">They told us already that they cannot come.</param>
public sealed record OwnAppointment(string? Item, Instant StartsAt, int Minutes, string? Place, bool Told);

/// <param name="Need">Of a pathway.</param>
public sealed record OwnCondition(ConditionKind Kind, PathwayKind? Need, bool Done);

/// <param name="FirstOn">The first date after the last day; null where none is fixed.</param>
public sealed record OwnContinuation(string What, string With, LocalDate? FirstOn);

public sealed record OwnHours(int DoneMinutes, int TargetMinutes);

/// <summary>Somebody came in to the page of their own case.</summary>
/// <param name="Number">Of what they came in with.</param>
public sealed record OwnPageSession(string Agreement, int Number);

/// <param name="Session">Null when they were not let in.</param>
/// <param name="Code">Their own from now on, after a link; shown once.</param>
public sealed record OwnPageEntry(OwnPageSession? Session, string? Code);
