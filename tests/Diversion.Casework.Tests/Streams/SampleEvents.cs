using System.Collections.Immutable;
using System.Reflection;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions;
using NodaTime;

namespace Diversion.Casework.Tests.Streams;

/// <summary>One event of each type with every field filled in, generated from the types themselves so that none is forgotten.</summary>
internal static class SampleEvents
{
    public static AgreementEvent Of(EventEntry entry) => Of<AgreementEvent>(entry);

    public static TEvent Of<TEvent>(EventEntry entry) where TEvent : class => (TEvent)Make(entry.Event, entry.Event.Name);

    private static object Make(Type type, string field)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(ConditionTerms))
        {
            type = typeof(ConditionTerms.Pathway);
        }

        if (type.IsEnum)
        {
            return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return Array(type.GetGenericArguments()[0], field);
        }

        return type.Name switch
        {
            nameof(String) => $"{field} text",
            nameof(Int32) => 7,
            nameof(Boolean) => true,
            nameof(Decimal) => 41.5m,
            nameof(Instant) => Instant.FromUtc(2026, 3, 5, 17, 0),
            nameof(LocalDate) => new LocalDate(2026, 3, 5),
            nameof(LocalTime) => new LocalTime(19, 30),
            nameof(AgreementId) => new AgreementId("DV-7K3M9-2QX4P"),
            _ => Construct(type),
        };
    }

    private static object Construct(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType, parameter.Name!))]);
    }

    private static object Array(Type element, string field)
    {
        var items = System.Array.CreateInstance(element, 1);
        items.SetValue(Make(element, field), 0);
        var create = typeof(ImmutableArray).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Single(method => method.Name == nameof(ImmutableArray.Create)
                && method.GetParameters() is [{ ParameterType.IsArray: true } only]
                && only.GetCustomAttribute<ParamArrayAttribute>() is not null);
        return create.MakeGenericMethod(element).Invoke(null, [items])!;
    }
}
