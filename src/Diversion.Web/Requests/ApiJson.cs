using System.Text.Json;
using System.Text.Json.Serialization;
using Diversion.Casework.Serialization;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;

namespace Diversion.Web.Requests;

/// <summary>JSON of the API: the shapes of stored JSON, and nothing that is not in them.</summary>
internal static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static void Configure(JsonSerializerOptions options)
    {
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
