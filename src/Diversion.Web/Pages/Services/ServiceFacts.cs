using System.Globalization;
using Diversion.Casework.Services;
using Diversion.Domain.Services;
using Diversion.Web.Wording;

namespace Diversion.Web.Pages.Services;

/// <summary>The facts of a service in words.</summary>
internal static class ServiceFacts
{
    /// <summary>How near, how full, how long, and for whom, as sentences.</summary>
    public static string Line(FoundService found)
    {
        string?[] facts = [found.Near, ServiceFinder.PlacesOf(found), Waited(found.Usage), Whom(found.Entry), found.Entry.District, found.Entry.OpeningHours];
        return string.Join(" ", facts.OfType<string>().Select(fact => $"{Labels.Sentence(fact.TrimEnd('.'))}."));
    }

    /// <summary>"people waited 9 days (median of 12)".</summary>
    public static string? Waited(ServiceUsage usage) => usage.DaysWaited is { } days
        ? string.Create(CultureInfo.InvariantCulture, $"people waited {(Math.Round(days) == 1 ? "1 day" : $"{Math.Round(days):0} days")} until they were accepted (median of {usage.Measured} in the last year)")
        : null;

    /// <summary>Null when it is for everybody.</summary>
    public static string? Whom(ServiceEntry entry)
    {
        var ages = entry.FromAge is null && entry.ToAge is null ? null : $"people {ServiceFit.Ages(entry)}";
        return (entry.OnlyFor, ages) switch
        {
            (ServiceSex.Women, null) => "women only",
            (ServiceSex.Men, null) => "men only",
            (ServiceSex.Women, _) => $"women only, {ages}",
            (ServiceSex.Men, _) => $"men only, {ages}",
            (_, { } known) => known,
            _ => null,
        };
    }
}
