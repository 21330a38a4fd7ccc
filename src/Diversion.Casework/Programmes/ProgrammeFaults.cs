using System.Text.Json;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Schemes;
using Diversion.Domain.Reading;
using Diversion.Domain.Referral;

namespace Diversion.Casework.Programmes;

/// <summary>Collects what is wrong in <c>programme.json</c> while it is read.</summary>
internal sealed class ProgrammeFaults
{
    private const int LongestLine = 200;

    private readonly List<SchemeFault> faults = [];

    public IReadOnlyList<SchemeFault> All => faults;

    public void Add(string path, string reason) => faults.Add(new SchemeFault(ProgrammeJson.FileName, path, reason));

    /// <summary>Otherwise a misspelt name would be ignored silently.</summary>
    public void Known(string path, JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                Add($"{path}.{property.Name}", $"Unknown property. The known ones are: {string.Join(", ", names.ToArray())}.");
            }
        }
    }

    public string? Text(string path, JsonElement element, string name, bool required)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            if (required)
            {
                Add($"{path}.{name}", "Missing.");
            }

            return null;
        }

        if (value.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(value.GetString()))
        {
            Add($"{path}.{name}", "Expected text.");
            return null;
        }

        var text = PlainText.WithoutInvisible(value.GetString()!).Trim();
        if (text.Length > LongestLine || text.Any(char.IsControl))
        {
            Add($"{path}.{name}", $"Expected one line of at most {LongestLine} characters.");
            return null;
        }

        return text;
    }

    /// <param name="otherwise">What else could be done.</param>
    public string? Email(string path, JsonElement element, string name, bool required, string otherwise)
    {
        if (Text(path, element, name, required) is not { } text)
        {
            return null;
        }

        var address = EmailAddress.Read(text);
        if (!address.IsRead)
        {
            Add($"{path}.{name}", $"Expected {address.Refusal}. {otherwise}");
        }

        return address.Value;
    }

    public string? Phone(string path, JsonElement element, string name)
    {
        if (Text(path, element, name, required: false) is not { } text)
        {
            return null;
        }

        if (Telephone.IsOne(text))
        {
            return text;
        }

        Add($"{path}.{name}", $"{Telephone.WouldTake}, or leave it out.");
        return null;
    }
}
