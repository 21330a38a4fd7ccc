using System.Linq.Expressions;
using System.Reflection;

namespace Diversion.Casework.Storage;

/// <summary>
/// Writes a positional record as the properties of a row, and reads it: <c>NextDue</c> is stored as <c>nextDue</c>. The
/// names and types of such a record are stored data. A new member must be nullable, so that older rows can be read; a
/// member with another name or type needs a rebuild.
/// </summary>
/// <typeparam name="T">Its members are texts, numbers, enums, instants, days, and lists of words. Null and an empty list are
/// left out of the row.</typeparam>
internal static class RowOf<T>
    where T : class
{
    private static readonly ConstructorInfo Made = typeof(T).GetConstructors().MaxBy(one => one.GetParameters().Length)!;
    private static readonly Func<TableRow, T> Reader = MakeReader();
    private static readonly Func<T, Dictionary<string, object>> Writer = MakeWriter();

    /// <summary>What the members are called in a row, in the order in which they are written.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Made.GetParameters().Select(NameOf)];

    public static Dictionary<string, object> Write(T record) => Writer(record);

    /// <exception cref="InvalidOperationException">The row lacks something that the record cannot do without.</exception>
    public static T Read(TableRow row) => Reader(row);

    private static Func<TableRow, T> MakeReader()
    {
        var row = Expression.Parameter(typeof(TableRow));
        var nullability = new NullabilityInfoContext();
        var values = Made.GetParameters().Select(member => Expression.Call(
            typeof(RowOf<T>),
            Method(member, nullability.Create(member).WriteState == NullabilityState.Nullable ? nameof(Optional) : nameof(Required), nameof(OptionalValue)),
            [Plain(member)],
            row,
            Expression.Constant(NameOf(member))));
        return Expression.Lambda<Func<TableRow, T>>(Expression.New(Made, values), row).Compile();
    }

    private static Func<T, Dictionary<string, object>> MakeWriter()
    {
        var record = Expression.Parameter(typeof(T));
        var properties = Expression.Variable(typeof(Dictionary<string, object>));
        var members = Made.GetParameters();
        Expression[] steps =
        [
            Expression.Assign(properties, Expression.New(typeof(Dictionary<string, object>).GetConstructor([typeof(int)])!, Expression.Constant(members.Length))),
            .. members.Select(member => Expression.Call(
                typeof(RowOf<T>),
                Method(member, nameof(Add), nameof(AddValue)),
                [Plain(member)],
                properties,
                Expression.Constant(NameOf(member)),
                Expression.Property(record, member.Name!))),
            properties,
        ];
        return Expression.Lambda<Func<T, Dictionary<string, object>>>(Expression.Block([properties], steps), record).Compile();
    }

    private static string NameOf(ParameterInfo member) => char.ToLowerInvariant(member.Name![0]) + member.Name[1..];

    private static Type Plain(ParameterInfo member) => Nullable.GetUnderlyingType(member.ParameterType) ?? member.ParameterType;

    private static string Method(ParameterInfo member, string otherwise, string forNullableValue) =>
        Nullable.GetUnderlyingType(member.ParameterType) is null ? otherwise : forNullableValue;

    private static TValue Required<TValue>(TableRow row, string name) => row.Properties.TryGetValue(name, out var stored)
        ? StoredValue<TValue>.Read(stored)
        : throw new InvalidOperationException($"A stored {typeof(T).Name} has no \"{name}\". Run `rebuild`: it makes the rows again from the events.");

    private static TValue? Optional<TValue>(TableRow row, string name)
        where TValue : class => row.Properties.TryGetValue(name, out var stored) ? StoredValue<TValue>.Read(stored) : null;

    private static TValue? OptionalValue<TValue>(TableRow row, string name)
        where TValue : struct => row.Properties.TryGetValue(name, out var stored) ? StoredValue<TValue>.Read(stored) : null;

    private static void Add<TValue>(Dictionary<string, object> properties, string name, TValue value)
    {
        if (value is not null && StoredValue<TValue>.Write(value) is { } stored)
        {
            properties[name] = stored;
        }
    }

    private static void AddValue<TValue>(Dictionary<string, object> properties, string name, TValue? value)
        where TValue : struct
    {
        if (value is { } known)
        {
            properties[name] = StoredValue<TValue>.Write(known)!;
        }
    }
}
