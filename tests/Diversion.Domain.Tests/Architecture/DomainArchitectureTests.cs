using System.Reflection;
using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Architecture;

public sealed class DomainArchitectureTests
{
    private static readonly Assembly Domain = typeof(Agreement).Assembly;

    [Fact]
    public void The_domain_stands_on_nothing_but_noda_time()
    {
        var others = Domain.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("netstandard" or "mscorlib"));

        Assert.Equal(["NodaTime"], others);
        Assert.DoesNotContain(Domain.GetReferencedAssemblies(), reference => reference.Name is "System.IO.FileSystem" or "System.Net.Http" or "System.Console" or "System.Threading.Thread");
    }

    [Theory]
    [InlineData(typeof(AgreementCommand))]
    [InlineData(typeof(AgreementEvent))]
    [InlineData(typeof(Refusal))]
    public void Every_case_is_sealed_and_nested_in_a_union_that_nobody_can_add_to(Type root)
    {
        var cases = Domain.GetTypes().Where(type => root.IsAssignableFrom(type) && !type.IsAbstract && type != typeof(TimePassed)).ToArray();

        Assert.NotEmpty(cases);
        Assert.All(cases, type =>
        {
            Assert.True(type.IsSealed, $"{type.Name} is not sealed");
            Assert.True(type.IsNested, $"{type.Name} is not nested");
            var union = type.DeclaringType!;
            Assert.True(union.IsAbstract && root.IsAssignableFrom(union), $"{type.Name} is not nested in a union");
            Assert.All(
                union.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public),
                constructor => Assert.True(constructor.IsPrivate || IsCopy(constructor, union), $"{union.Name} is open"));
        });
        Assert.True(typeof(TimePassed).IsSealed);
    }

    [Fact]
    public void Every_command_is_in_the_catalogue_under_a_name_of_its_own()
    {
        var commands = Domain.GetTypes().Where(type => typeof(AgreementCommand).IsAssignableFrom(type) && !type.IsAbstract);

        Assert.Equal(
            commands.Select(type => type.FullName).Order(StringComparer.Ordinal),
            CommandCatalogue.All.Select(entry => entry.Command.FullName).Order(StringComparer.Ordinal));
        Assert.Equal(CommandCatalogue.All.Length, CommandCatalogue.All.Select(entry => entry.Name).Distinct().Count());
        Assert.All(CommandCatalogue.All, entry =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", entry.Name);
            Assert.Matches("^[a-z]+(-[a-z]+)*$", entry.Process);
            Assert.NotEmpty(entry.Roles);
        });
    }

    [Theory]
    [InlineData("checkpoint")]
    [InlineData("turning-point")]
    public void Every_rule_is_explained_in_words_for_each_shipped_scheme(string name)
    {
        var scheme = Shipped.Schemes.Get(new SchemeRef(name, 1));

        Assert.All(Constants(typeof(RuleIds)), rule => Assert.EndsWith(".", RuleTexts.Explain(rule, scheme), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_refusal_code_is_one_of_a_kind_and_stable_in_form()
    {
        var codes = Constants(typeof(RefusalCode)).ToArray();

        Assert.Equal(codes.Length, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[a-z]+(-[a-z]+)*$", code));
    }

    [Fact]
    public void Every_event_can_be_folded_and_every_command_decided()
    {
        // A type that is missing in a switch would throw; the samples reach every command.
        var active = Brought.ToActive(Brought.Five());

        Assert.All(Samples.EachCommand(), command => active.When(command));
    }

    private static IEnumerable<string> Constants(Type type) => type.GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

    private static bool IsCopy(ConstructorInfo constructor, Type union) =>
        constructor.GetParameters() is [{ ParameterType: var copied }] && copied == union;
}
