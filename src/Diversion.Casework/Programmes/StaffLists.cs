using System.Text.Json;
using Diversion.Casework.ReadModels;
using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;

namespace Diversion.Casework.Programmes;

/// <summary>The people and organisations that <c>programme.json</c> names.</summary>
internal static class StaffLists
{
    /// <summary><c>staff</c>: the people that agreements can name. It may be left out; then pages offer nobody to choose.</summary>
    public static StaffDirectory Read(JsonElement root, ProgrammeFaults faults)
    {
        if (!root.TryGetProperty("staff", out var staff))
        {
            return StaffDirectory.Empty;
        }

        if (staff.ValueKind != JsonValueKind.Object)
        {
            faults.Add("$.staff", "Expected an object with keyWorkers, facilitators, providers, partners, supervisors and officers.");
            return StaffDirectory.Empty;
        }

        faults.Known("$.staff", staff, "keyWorkers", "facilitators", "providers", "partners", "supervisors", "officers");
        return new StaffDirectory(
            staff.TryGetProperty("keyWorkers", out var workers) ? People("$.staff.keyWorkers", workers, faults) : [],
            staff.TryGetProperty("facilitators", out var facilitators) ? People("$.staff.facilitators", facilitators, faults) : [],
            staff.TryGetProperty("providers", out var providers) ? Names("$.staff.providers", providers, faults) : [])
        {
            Partners = staff.TryGetProperty("partners", out var partners) ? Partners("$.staff.partners", partners, faults) : null,
            Supervisors = staff.TryGetProperty("supervisors", out var supervisors) ? Partners("$.staff.supervisors", supervisors, faults) : null,
            Officers = staff.TryGetProperty("officers", out var officers) ? People("$.staff.officers", officers, faults) : [],
        };
    }

    public static List<StaffRef> People(string path, JsonElement list, ProgrammeFaults faults)
    {
        var people = new List<StaffRef>();
        foreach (var (item, at) in Items(path, list, "people, each with id and name", faults))
        {
            if (Person(at, item, faults) is not { } person)
            {
                continue;
            }

            if (people.Any(other => other.Id == person.Id))
            {
                faults.Add($"{at}.id", $"{person.Id} appears twice.");
            }

            people.Add(person);
        }

        return people;
    }

    private static List<PartnerPerson> Partners(string path, JsonElement list, ProgrammeFaults faults)
    {
        var people = new List<PartnerPerson>();
        foreach (var (item, at) in Items(path, list, "people of partners, each with person and organisation", faults))
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("person", out var one))
            {
                faults.Add(at, "Expected an object with person (id, name and, for mail, email) and organisation.");
                continue;
            }

            faults.Known(at, item, "person", "organisation");
            if (Person($"{at}.person", one, faults) is { } person && faults.Text(at, item, "organisation", required: true) is { } organisation)
            {
                if (people.Any(other => other.Person.Id == person.Id))
                {
                    faults.Add($"{at}.person.id", $"{person.Id} appears twice.");
                }

                people.Add(new PartnerPerson(person, organisation));
            }
        }

        return people;
    }

    public static StaffRef? Person(string path, JsonElement item, ProgrammeFaults faults)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            faults.Add(path, "Expected an object with id, name and, for mail, email.");
            return null;
        }

        faults.Known(path, item, "id", "name", "team", "email", "phone");
        var id = ReferenceText.CleanOrNull(faults.Text(path, item, "id", required: true));
        var name = faults.Text(path, item, "name", required: true);
        var email = faults.Email(path, item, "email", required: false, "Or leave it out: then no mail is sent to this person.");
        if (id is not null && (id.Length > 64 || id.AsSpan().ContainsAny("/\\#?")))
        {
            faults.Add($"{path}.id", "An id has at most 64 characters and none of / \\ # ?.");
        }

        if (id is not null && !StaffRef.IsOpaque(id))
        {
            faults.Add($"{path}.id", "An id is part of page addresses: give an account number, not a name or an email address.");
        }

        return id is null || name is null ? null : new StaffRef(id, name, faults.Text(path, item, "team", required: false), email)
        {
            Phone = faults.Phone(path, item, "phone"),
        };
    }

    private static List<string> Names(string path, JsonElement list, ProgrammeFaults faults)
    {
        var names = new List<string>();
        foreach (var (item, at) in Items(path, list, "names", faults))
        {
            if (item.ValueKind == JsonValueKind.String && item.GetString()!.Trim() is { Length: > 0 and <= 200 } name && !names.Contains(name))
            {
                names.Add(name);
            }
            else
            {
                faults.Add(at, "Expected the name of an organisation, once, in at most 200 characters.");
            }
        }

        return names;
    }

    private static IEnumerable<(JsonElement Item, string Path)> Items(string path, JsonElement list, string expected, ProgrammeFaults faults)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            faults.Add(path, $"Expected a list of {expected}.");
            return [];
        }

        return list.EnumerateArray().Select((item, index) => (item, $"{path}[{index}]"));
    }
}
