using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Services;

namespace Diversion.Casework.Services;

/// <summary>A service that was found, with how it suits whom it was looked for.</summary>
/// <param name="Kilometres">From the middle of the person's ward or district, as the crow flies; left out when one of the two places is not known.</param>
/// <param name="Near">How near it is, in words; left out when nothing is known.</param>
/// <param name="Against">Why it does not fit, one sentence each; empty when it does.</param>
/// <param name="Notes">What to think of before somebody is referred, one sentence each.</param>
public sealed record FoundService(
    string Id,
    ServiceEntry Entry,
    ServiceUsage Usage,
    double? Kilometres,
    string? Near,
    IReadOnlyList<string> Against,
    IReadOnlyList<string> Notes)
{
    /// <summary>That can be booked now, earliest first.</summary>
    public IReadOnlyList<ServiceSlot> Slots { get; init; } = [];

    public bool Fits => Against.Count == 0;

    /// <summary>Null when nobody counts the places.</summary>
    public int? FreePlaces => Entry.Places is { } places ? Math.Max(0, places - Usage.InUse) : null;
}

/// <param name="Fit">Nearest first, then by name.</param>
/// <param name="Others">Those that do not fit the person, likewise; of those that only are not for the need, none.</param>
/// <param name="FitCount">How many fit in all, as <paramref name="OtherCount"/>.</param>
public sealed record ServicesFound(IReadOnlyList<FoundService> Fit, IReadOnlyList<FoundService> Others, int FitCount, int OtherCount);

/// <summary>A service that can be chosen for a pathway of this person, or why not.</summary>
/// <param name="Text">With what matters for the choice, on one line.</param>
/// <param name="Against">Left out when it fits.</param>
public sealed record ServiceChoice(string Id, string Name, string Organisation, IReadOnlyList<PathwayKind> Needs, string Text, string? Against);
