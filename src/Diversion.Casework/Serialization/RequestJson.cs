using System.Text.Json;
using System.Text.Json.Serialization;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;

namespace Diversion.Casework.Serialization;

/// <summary>
/// JSON from outside: the shapes of stored JSON and no others, with moments, days and times in every form that their
/// readers accept. It is written in the form of stored JSON.
/// </summary>
public static class RequestJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static void Configure(JsonSerializerOptions options)
    {
        // The first matching converter is used.
        options.AddReaderConverters();
        options.Converters.Add(new CodeWordConverter<Sex>(CodeWords.Sexes));
        options.Converters.Add(new CodeWordConverter<RiskBand>(CodeWords.RiskBands));
        options.Converters.Add(new CodeWordConverter<OffenceClass>(CodeWords.OffenceClasses));
        options.Converters.Add(new CodeWordConverter<AdmissionAnswer>(CodeWords.Admissions));
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
