using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Diversion.Domain.Tests.Fixture;

/// <summary>
/// A value written out by its type and members: records with arrays inside compare by reference, their shapes by content.
/// </summary>
internal static class Shape
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(value, text, 0);
        return text.ToString();
    }

    private static void Write(object? value, StringBuilder text, int depth)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string or bool or Enum:
                text.Append(value);
                break;
            case IFormattable number when value.GetType().IsPrimitive || value is decimal:
                text.Append(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            case Instant instant:
                text.Append(instant.ToUnixTimeTicks());
                break;
            case LocalDate date:
                text.Append(date.ToString("R", CultureInfo.InvariantCulture));
                break;
            case LocalTime time:
                text.Append(time.ToString("o", CultureInfo.InvariantCulture));
                break;
            case IEnumerable many:
                WriteAll(many, text, depth);
                break;
            default:
                WriteMembers(value, text, depth);
                break;
        }
    }

    private static void WriteAll(IEnumerable many, StringBuilder text, int depth)
    {
        text.Append('[');
        if (many.GetType() is not { IsGenericType: true, Name: "ImmutableArray`1" } || !(bool)many.GetType().GetProperty("IsDefault")!.GetValue(many)!)
        {
            foreach (var one in many)
            {
                Break(text, depth + 1);
                Write(one, text, depth + 1);
            }
        }

        text.Append(']');
    }

    private static void WriteMembers(object value, StringBuilder text, int depth)
    {
        text.Append(value.GetType().Name);
        var members = Members.GetOrAdd(value.GetType(), static type =>
            [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(member => member.GetIndexParameters().Length == 0)]);
        foreach (var member in members)
        {
            Break(text, depth + 1);
            text.Append(member.Name).Append(": ");
            Write(member.GetValue(value), text, depth + 1);
        }
    }

    private static void Break(StringBuilder text, int depth) => text.Append('\n').Append(' ', depth * 2);
}
