"""Programs that others wrote ask the endpoint."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, POST, POSTDIRECTLY, TURTLE, XML, SPARQLWrapper

from tests.present.serve.conftest import Server

KG = rdflib.Namespace("https://kg.example/ontology#")
ID = rdflib.Namespace("https://kg.example/id/")
LABEL = rdflib.RDFS.label
SELECT = "SELECT ?label { ?s kg:leases_to/rdfs:label ?label }"


@pytest.fixture(name="wrapper")
def _wrapper(server: Server) -> Any:  # what its conversion returns follows from a format that types do not see
    return SPARQLWrapper(server.endpoint)


def test_sparqlwrapper_reads_rows_in_json_by_get(wrapper: Any) -> None:
    wrapper.setQuery(SELECT)
    wrapper.setReturnFormat(JSON)
    assert wrapper.queryAndConvert()["results"]["bindings"][0]["label"]["value"] == "Oracle"


@pytest.mark.parametrize("how", ["form", POSTDIRECTLY])
def test_sparqlwrapper_reads_rows_in_xml_by_post(wrapper: Any, how: str) -> None:
    wrapper.setQuery(SELECT)
    wrapper.setMethod(POST)
    wrapper.setReturnFormat(XML)
    if how == POSTDIRECTLY:
        wrapper.setRequestMethod(POSTDIRECTLY)
    assert "Oracle" in wrapper.queryAndConvert().toxml()


def test_sparqlwrapper_reads_triples(wrapper: Any) -> None:
    wrapper.setQuery("CONSTRUCT WHERE { ?s kg:leases_to ?o }")
    wrapper.setReturnFormat(TURTLE)
    found = rdflib.Graph().parse(data=wrapper.queryAndConvert(), format="turtle")
    assert {entity for _, _, entity in found} == {ID.oracle}


def test_sparqlwrapper_names_a_graph(wrapper: Any) -> None:
    wrapper.addDefaultGraph(str(KG.asserted))
    wrapper.setQuery("ASK { ?s kg:leases_to ?o }")
    wrapper.setReturnFormat(JSON)
    assert wrapper.queryAndConvert()["boolean"] is False


@pytest.fixture(name="graph", params=["GET", "POST", "POST_FORM"])
def _graph(server: Server, request: pytest.FixtureRequest) -> rdflib.Graph:
    return rdflib.Graph(SPARQLStore(server.endpoint, method=request.param))


def test_rdflib_asks_for_triples(graph: rdflib.Graph) -> None:
    assert graph.value(ID.oracle, LABEL) == rdflib.Literal("Oracle")


def test_rdflib_asks_queries_of_each_kind(graph: rdflib.Graph) -> None:
    told = [graph.query(question) for question in (SELECT, "ASK { ?s kg:leases_to ?o }", f"DESCRIBE <{ID.oracle}>")]
    assert [row[rdflib.Variable("label")] for row in told[0].bindings] == [rdflib.Literal("Oracle")]
    assert told[1].askAnswer is True
    assert told[2].graph is not None
    assert told[2].graph.value(ID.oracle, LABEL) == rdflib.Literal("Oracle")


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl here")
def test_curl_asks_as_the_manual_says(server: Server) -> None:
    command = ["curl", "--silent", "--fail", server.endpoint, "--data-urlencode", f"query={SELECT}"]
    found = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert json.loads(found)["results"]["bindings"][0]["label"]["value"] == "Oracle"
