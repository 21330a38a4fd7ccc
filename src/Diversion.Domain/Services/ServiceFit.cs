using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Referral;

namespace Diversion.Domain.Services;

/// <summary>Whether a service takes a person. It is advice: whoever chooses may know more, and the provider decides.</summary>
public static class ServiceFit
{
    /// <summary>Why it does not fit, one sentence each; empty when it does.</summary>
    /// <param name="need">Null for any.</param>
    /// <param name="today">By which a partnership agreement may have ended.</param>
    public static ImmutableArray<string> Against(ServiceEntry entry, Partnership? partnership, PathwayKind? need, ServicePerson person, LocalDate today)
    {
        var against = ImmutableArray.CreateBuilder<string>();
        if (need is { } wanted && !entry.Needs.Contains(wanted))
        {
            against.Add($"It is not for {Words.Of(wanted)}.");
        }

        if (OfSex(entry, person) is { } sex)
        {
            against.Add(sex);
        }

        if (person.Age is { } age && (age < entry.FromAge || age > entry.ToAge))
        {
            against.Add($"It takes people {Ages(entry)}; this person is {age}.");
        }

        if (!person.Offences.IsDefault && person.Offences.Any(entry.ExcludedOffences.Contains))
        {
            against.Add("It takes nobody with an offence of this group.");
        }

        if (!entry.Areas.IsEmpty && (person.Ward ?? person.District) is not null && !entry.Areas.Any(area => Same(area, person.Ward) || Same(area, person.District)))
        {
            against.Add($"It takes people from {string.Join(", ", entry.Areas)}.");
        }

        if (partnership?.EndsOn is { } last && last < today)
        {
            against.Add($"The partnership agreement ended on {Words.Date(last)}.");
        }

        return against.ToImmutable();
    }

    /// <summary>"from 18", "up to 25", "from 18 to 25".</summary>
    public static string Ages(ServiceEntry entry) => (entry.FromAge, entry.ToAge) switch
    {
        ({ } from, { } to) => $"from {from} to {to}",
        ({ } from, null) => $"from {from}",
        (null, { } to) => $"up to {to}",
        _ => "of every age",
    };

    private static string? OfSex(ServiceEntry entry, ServicePerson person) => (entry.OnlyFor, person.Sex) switch
    {
        (null, _) or (ServiceSex.Women, Sex.Female) or (ServiceSex.Men, Sex.Male) => null,
        (ServiceSex.Women, Sex.NotKnown) => "It is for women; the person’s sex is not recorded.",
        (ServiceSex.Men, Sex.NotKnown) => "It is for men; the person’s sex is not recorded.",
        (ServiceSex.Women, _) => "It is for women.",
        _ => "It is for men.",
    };

    private static bool Same(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
