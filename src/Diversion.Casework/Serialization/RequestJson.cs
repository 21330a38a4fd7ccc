using System.Text.Json;
using System.Text.Json.Serialization;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Serialization;

/// <summary>
/// JSON that comes from outside: the shapes of stored JSON and nothing that is not in them, with moments, days and times
/// in every form that their readers take. What is written is as stored JSON has it.
/// </summary>
public static class RequestJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static void Configure(JsonSerializerOptions options)
    {
        // The first converter that fits is taken.
        options.AddReaderConverters();
        options.Converters.Add(new CodeWordConverter<Sex>(CodeWords.Sexes));
        options.Converters.Add(new CodeWordConverter<RiskBand>(CodeWords.RiskBands));
        options.Converters.Add(new CodeWordConverter<OffenceClass>(CodeWords.OffenceClasses));
        StoredJson.Configure(options);
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.AllowOutOfOrderMetadataProperties = true;
        options.MaxDepth = 32;
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions();
        Configure(options);
        options.MakeReadOnly();
        return options;
    }
}
