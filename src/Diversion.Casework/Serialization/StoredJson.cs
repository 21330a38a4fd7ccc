using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using Diversion.Domain.Streams;

namespace Diversion.Casework.Serialization;

/// <summary>How stored JSON is written. Any change here changes stored data: the snapshot tests of events show what.</summary>
public static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>For the API: the same shapes, so that what a client sends is what is stored. Call it on your own options.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new AgreementIdConverter());
        options.Converters.Add(new ConditionKindConverter());
        options.AddNodaConverters();
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Shape } };
        return options;
    }

    private static JsonSerializerOptions Create()
    {
        var options = Configure(new JsonSerializerOptions());

        // Stored text is never put into a page; escaping every letter outside ASCII would only double the size of names.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.MakeReadOnly();
        return options;
    }

    private static void Shape(JsonTypeInfo info)
    {
        if (info.Type == typeof(ConditionTerms))
        {
            Discriminate(info, ConditionKinds.All.Select(one => (one.Kind.Slug, one.Terms)));
        }
        else if (info.Type == typeof(Condition))
        {
            Discriminate(info, ConditionKinds.All.Select(one => (one.Kind.Slug, one.Condition)));
        }

        if (info.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        // Computed properties are not stored; who and when are stored beside a command, not in its body.
        for (var i = info.Properties.Count - 1; i >= 0; i--)
        {
            var property = info.Properties[i];
            var computed = property.Set is null && property.AssociatedParameter is null;
            var envelope = typeof(StreamCommand).IsAssignableFrom(info.Type) && property.Name is "by" or "at"
                && property.PropertyType is var type && (type == typeof(Actor) || type == typeof(NodaTime.Instant));
            if (computed || envelope)
            {
                info.Properties.RemoveAt(i);
            }
            else if (property.IsSetNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null)
            {
                // Nulls are not written, so a missing property is a null and not a fault.
                property.IsRequired = false;
            }

            LeaveOutDefaultArray(property);
        }
    }

    /// <summary>A list that was never given has no elements to write, and is read back as one that was never given.</summary>
    private static void LeaveOutDefaultArray(JsonPropertyInfo property)
    {
        if (property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            var none = Activator.CreateInstance(type)!;
            property.ShouldSerialize = (_, value) => !none.Equals(value);
        }
    }

    private static void Discriminate(JsonTypeInfo info, IEnumerable<(string Name, Type Type)> cases)
    {
        info.PolymorphismOptions = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = "kind",
            UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
        };
        foreach (var (name, type) in cases)
        {
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type, name));
        }
    }

    private sealed class AgreementIdConverter : JsonConverter<AgreementId>
    {
        public override AgreementId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? throw new JsonException("Expected the reference of an agreement."));

        public override void Write(Utf8JsonWriter writer, AgreementId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
