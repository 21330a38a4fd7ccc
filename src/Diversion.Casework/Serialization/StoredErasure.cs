using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Text;

namespace Diversion.Casework.Serialization;

/// <summary>
/// Takes out of a stored event what names a person. Numbers, days, and words of fixed lists stay, so that what is left still
/// folds to a state with the same figures; of the texts stay those in <see cref="KeptTexts"/>.
/// </summary>
/// <param name="day">The day at which the person's age counts: the birthday is moved so that the age on this day is the same.</param>
internal sealed class StoredErasure(LocalDate day)
{
    /// <summary>What stands in place of a text.</summary>
    public const string Erased = "Erased";

    private const string BornOn = "bornOn";

    /// <returns>JSON that is read as the same event.</returns>
    public byte[] Of(object happened, JsonTypeInfo type)
    {
        var json = JsonSerializer.SerializeToNode(happened, type)!.AsObject();
        Visit(json, type);
        return Encoding.UTF8.GetBytes(json.ToJsonString(StoredJson.Options));
    }

    private void Visit(JsonObject json, JsonTypeInfo type)
    {
        if (type.PolymorphismOptions is { } kinds)
        {
            var kind = (string?)json[kinds.TypeDiscriminatorPropertyName];
            type = Info(kinds.DerivedTypes.First(one => (string?)one.TypeDiscriminator == kind).DerivedType);
        }

        foreach (var property in type.Properties)
        {
            if (json[property.Name] is not { } value)
            {
                continue;
            }

            if (KeptTexts.Goes(type.Type, property.Name))
            {
                json.Remove(property.Name);
            }
            else if (property is { Name: BornOn } && value is JsonValue)
            {
                json[property.Name] = LocalDatePattern.Iso.Format(SameAge(LocalDatePattern.Iso.Parse((string)value!).Value));
            }
            else if (property.PropertyType == typeof(string))
            {
                json[property.Name] = KeptTexts.Stays(type.Type, property.Name) ? (string)value! : Erased;
            }
            else
            {
                Inside(value, property.PropertyType, KeptTexts.Stays(type.Type, property.Name));
            }
        }
    }

    private void Inside(JsonNode value, Type declared, bool textsStay)
    {
        var type = Info(Nullable.GetUnderlyingType(declared) ?? declared);
        switch (value, type.Kind)
        {
            case (JsonObject inner, JsonTypeInfoKind.Object):
                Visit(inner, type);
                break;
            case (JsonArray texts, JsonTypeInfoKind.Enumerable) when type.ElementType == typeof(string):
                if (!textsStay)
                {
                    texts.Clear();
                }

                break;
            case (JsonArray items, JsonTypeInfoKind.Enumerable):
                foreach (var item in items.OfType<JsonNode>())
                {
                    Inside(item, type.ElementType!, textsStay);
                }

                break;
            case (_, JsonTypeInfoKind.Dictionary):
                throw new InvalidOperationException($"{declared.Name} in an event cannot be erased. Say in StoredErasure what of it stays.");
        }
    }

    private LocalDate SameAge(LocalDate born) => day.PlusYears(-Period.Between(born, day, PeriodUnits.Years).Years);

    private static JsonTypeInfo Info(Type type) => StoredJson.Options.GetTypeInfo(type);
}
